import { paperDate } from '../../clips/clip-source.ts';
import { publishedLabel } from '../../core/papers/published-label.ts';
import type { SourcedClip } from '../../core/post/item.ts';
import type { Profile } from '../../core/post/profile.ts';

/** A date that the note-taker wrote after a link, at the start of the following words. */
const writtenDate = /^\s*\((?:\d{1,2}\/)?\d{4}\)/;

/**
 * Returns a link to a paper with its date after it, in the profile's form: `[title](….pdf) (2025)`;
 * only the link if it is no paper, the date is unknown, or the note-taker wrote a date there.
 * @param note the note-taker's words around the link
 */
export function withPaperDate(
  link: string,
  clip: SourcedClip,
  profile: Pick<Profile, 'published'>,
  note = '',
): string {
  const label = publishedLabel(paperDate(clip), profile.published);
  const after = note.includes('{link}') ? note.slice(note.indexOf('{link}') + 6) : note;
  return label === '' || writtenDate.test(after) ? link : `${link} ${label}`;
}
