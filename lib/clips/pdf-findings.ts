import type { ItemEdits } from '../core/post/edits.ts';
import type { Quote, SourcedClip } from '../core/post/item.ts';
import { paperDate } from './clip-source.ts';
import { completedByPaper, paperKeyOf } from './paper-facts.ts';
import { isPdf } from './paper-key.ts';
import type { PdfReading } from './pdf-reading.ts';

/** The clips of the same PDF, the one that is asked about first; local files go by their name. */
export function clipsOfPdf(clip: SourcedClip, items: readonly SourcedClip[]): SourcedClip[] {
  const key = paperKeyOf(clip);
  const { title } = clip.source;
  const isSame = (other: SourcedClip) =>
    key === undefined
      ? isPdf(other.source) && other.source.url === '' && other.source.title === title
      : paperKeyOf(other) === key;
  return [clip, ...items.filter((other) => other.id !== clip.id && isSame(other))];
}

/** The quotes of a PDF whose page is not known. */
export function quotesWithoutPage(clips: readonly SourcedClip[]): Quote[] {
  return clips.filter(
    (clip): clip is Quote => clip.kind === 'quote' && isPdf(clip.source) && clip.page == null,
  );
}

/** What to change in a clip by what its PDF says; what is known already stays. */
export function findingsFor(
  clip: SourcedClip,
  reading: Pick<PdfReading, 'title' | 'author' | 'published'>,
  page: number | null,
): ItemEdits {
  const { title, author } = reading;
  // A file's date is when it was made: anything that says when it was published knows better.
  const published = paperDate(clip) === '' ? reading.published : '';
  const changes = completedByPaper(clip, { title, author, published });
  return page === null || clip.page != null ? changes : { ...changes, page };
}
