import { holdsMod, shownKeys } from '../../lib/client/keys.ts';
import type { TextEdit } from '../../lib/core/merge/text-edit.ts';

export type TextControl = HTMLInputElement | HTMLTextAreaElement;

/**
 * What of links a field takes: `text`, any link; `words`, links over words that are there, as in a quote,
 * whose words are the source's; `address`, nothing but where one leads.
 */
export type LinkUse = 'text' | 'words' | 'address';

/** A link was asked for, by a button, keys, `[[` or `](`, before there was anything to choose it with. */
export interface LinkRequest {
  field: TextControl;
  /** Where `[[` or `](` begins; absent: asked for by a button or keys. */
  start?: number;
}

/** The field that an event happened in, if links can be written there (`links` of `TextField`). */
export function linkFieldOf(target: EventTarget | null): TextControl | undefined {
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  return isField && target.dataset.links !== undefined ? target : undefined;
}

export const linkUseOf = (field: TextControl) => field.dataset.links as LinkUse | undefined;

/** The field that a click asks a link for (`LinkButton`); undefined for all other clicks. */
export function fieldOfButton(target: EventTarget | null): TextControl | undefined {
  const button = target instanceof Element ? target.closest<HTMLElement>('[data-link-for]') : null;
  return linkFieldOf(document.getElementById(button?.dataset.linkFor ?? ''));
}

/** The keys of editors for a link, as one reads them. */
export const linkKeys = (): string => shownKeys('Mod+k');

/** On macOS, Ctrl+K deletes to the end of the line. */
export const isLinkChord = (event: KeyboardEvent): boolean =>
  holdsMod(event) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k';

/** True if the field takes as much text as it would hold then. */
export function hasRoom({ value, maxLength }: TextControl, { from, to, by }: TextEdit): boolean {
  return maxLength < 0 || value.length - (to - from) + by.length <= maxLength;
}
