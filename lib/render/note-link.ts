import { isLinkable } from '../markdown/address.ts';
import { trimBlankLines } from './contain.ts';

const placeholder = '{link}';

/**
 * Returns the note with the link inserted for `{link}`; undefined if the note does not contain it.
 */
export function placeLink(note: string, link: string): string | undefined {
  return note.includes(placeholder) ? note.replaceAll(placeholder, link) : undefined;
}

/** True if the note already links to the address, in any of Markdown's forms. */
function links(note: string, url: string): boolean {
  if (!isLinkable(url)) return false;
  const bare = url.trim();
  for (let at = note.indexOf(bare); at >= 0; at = note.indexOf(bare, at + 1)) {
    const after = note[at + bare.length];
    if (after === undefined || /[\s)>\]"']/.test(after)) return true;
  }
  return false;
}

/**
 * Joins a link and the note-taker's words about it, in the order and with the spacing that the
 * words require.
 */
export function joinLinkAndNote(link: string, rawNote: string, url: string): string {
  const note = trimBlankLines(rawNote).trimStart();
  if (note === '') return link;
  const placed = placeLink(note, link);
  if (placed !== undefined) return placed;
  if (links(note, url)) return note;
  return /^[,.:;!?)]/.test(note) ? link + note : `${link} ${note}`;
}
