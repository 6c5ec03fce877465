import type { ItemEdits } from '../core/post/edits.ts';
import type { Quote, SourcedClip } from '../core/post/item.ts';
import { paperDate } from './clip-source.ts';
import { completedByPaper, paperKeyOf } from './paper-facts.ts';
import { isPdf } from './paper-key.ts';
import type { PdfReading } from './pdf-reading.ts';

/**
 * Returns the clips of the same PDF, the requested one first; local files are identified by name.
 */
export function clipsOfPdf(clip: SourcedClip, items: readonly SourcedClip[]): SourcedClip[] {
  const key = paperKeyOf(clip);
  const { title } = clip.source;
  const isSame = (other: SourcedClip) =>
    key === undefined
      ? isPdf(other.source) && other.source.url === '' && other.source.title === title
      : paperKeyOf(other) === key;
  return [clip, ...items.filter((other) => other.id !== clip.id && isSame(other))];
}

/** Returns the quotes of a PDF whose page is unknown. */
export function quotesWithoutPage(clips: readonly SourcedClip[]): Quote[] {
  return clips.filter(
    (clip): clip is Quote => clip.kind === 'quote' && isPdf(clip.source) && clip.page == null,
  );
}

/** Returns what to change in a clip after reading its PDF; what is known already stays. */
export function findingsFor(
  clip: SourcedClip,
  reading: Pick<PdfReading, 'title' | 'author' | 'published'>,
  page: number | null,
): ItemEdits {
  const { title, author } = reading;
  // A file's date is when it was created, so any other publication date is better.
  const published = paperDate(clip) === '' ? reading.published : '';
  const changes = completedByPaper(clip, { title, author, published });
  return page === null || clip.page != null ? changes : { ...changes, page };
}
