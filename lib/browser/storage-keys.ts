/** In `storage.session`: true while the database's log may be torn (ADR 57). */
export const tornKey = 'logTorn';

/** In `storage.local`: the chosen language. */
export const languageKey = 'language';

/** The background uses the first slot; each page uses the first slot that no other page has. */
export const sentinelSlots = 16;
export const sentinelKey = (slot: number) => `library:${slot}`;
/** In `storage.local`: the last write of each context. */
export const sentinelKeys = Array.from({ length: sentinelSlots }, (_, slot) => sentinelKey(slot));
