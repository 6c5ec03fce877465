import { isLinkable } from '../markdown/address.ts';
import { trimBlankLines } from './contain.ts';

const placeholder = '{link}';

/** The note with the link where `{link}` stands in it; undefined if it does not ask for one. */
export function placeLink(note: string, link: string): string | undefined {
  return note.includes(placeholder) ? note.replaceAll(placeholder, link) : undefined;
}

/** True if the note links to the address already, in whichever of Markdown's forms. */
function links(note: string, url: string): boolean {
  if (!isLinkable(url)) return false;
  const bare = url.trim();
  for (let at = note.indexOf(bare); at >= 0; at = note.indexOf(bare, at + 1)) {
    const after = note[at + bare.length];
    if (after === undefined || /[\s)>\]"']/.test(after)) return true;
  }
  return false;
}

/** A link and the note-taker's words about it, in the order and spacing that the words ask for. */
export function joinLinkAndNote(link: string, rawNote: string, url: string): string {
  const note = trimBlankLines(rawNote).trimStart();
  if (note === '') return link;
  const placed = placeLink(note, link);
  if (placed !== undefined) return placed;
  if (links(note, url)) return note;
  return /^[,.:;!?)]/.test(note) ? link + note : `${link} ${note}`;
}
