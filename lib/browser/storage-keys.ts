/** In `storage.session`: true while the database's log may be torn (ADR 57). */
export const tornKey = 'logTorn';

/** In `storage.local`: the language that was chosen. */
export const languageKey = 'language';

/** The background has the first; a page takes the first that no other page has. */
export const sentinelSlots = 16;
export const sentinelKey = (slot: number) => `library:${slot}`;
/** In `storage.local`: what each context wrote last. */
export const sentinelKeys = Array.from({ length: sentinelSlots }, (_, slot) => sentinelKey(slot));
