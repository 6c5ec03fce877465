import { holdsMod, shownKeys } from '../../lib/client/keys.ts';
import type { TextEdit } from '../../lib/core/merge/text-edit.ts';

export type TextControl = HTMLInputElement | HTMLTextAreaElement;

/**
 * Which links a field accepts: `text`, any link; `words`, links over existing words, as in a quote,
 * whose words are the source's; `address`, only an address.
 */
export type LinkUse = 'text' | 'words' | 'address';

/**
 * A link was requested, by a button, keys, `[[` or `](`, before the code for choosing it was
 * loaded.
 */
export interface LinkRequest {
  field: TextControl;
  /** Where `[[` or `](` begins; absent: requested by a button or keys. */
  start?: number;
}

/** Returns the field of an event, if it accepts links (`links` of `TextField`). */
export function linkFieldOf(target: EventTarget | null): TextControl | undefined {
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  return isField && target.dataset.links !== undefined ? target : undefined;
}

export const linkUseOf = (field: TextControl) => field.dataset.links as LinkUse | undefined;

/**
 * Returns the field that a click requests a link for (`LinkButton`); undefined for all other
 * clicks.
 */
export function fieldOfButton(target: EventTarget | null): TextControl | undefined {
  const button = target instanceof Element ? target.closest<HTMLElement>('[data-link-for]') : null;
  return linkFieldOf(document.getElementById(button?.dataset.linkFor ?? ''));
}

/** The usual keys for a link, for display. */
export const linkKeys = (): string => shownKeys('Mod+k');

/** On macOS, Ctrl+K deletes to the end of the line. */
export const isLinkChord = (event: KeyboardEvent): boolean =>
  holdsMod(event) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k';

/** True if the field has room for the new text. */
export function hasRoom({ value, maxLength }: TextControl, { from, to, by }: TextEdit): boolean {
  return maxLength < 0 || value.length - (to - from) + by.length <= maxLength;
}
