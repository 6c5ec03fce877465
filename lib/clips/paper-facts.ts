import { cleanUrl, pageAddress } from '../core/address/url.ts';
import type { ItemChanges, SourcedClip } from '../core/post/item.ts';
import { isOfPaper, leadsToSource, paperDate } from './clip-source.ts';
import { isPdf, linkedPaperKey, paperKey } from './paper-key.ts';
import { isPdfTitle, looksLikePdf } from './pdf-address.ts';

/** What is known about a paper; '' for unknown facts. */
export interface PaperFacts {
  title: string;
  author: string;
  /** A date of publication, of any precision. */
  published: string;
}

const isElsewhere = (clip: SourcedClip): boolean => clip.kind === 'link' && !leadsToSource(clip);

/**
 * Returns the same for all clips of one paper, whether they are from it or link to it; undefined
 * for all others.
 */
export function paperKeyOf(clip: SourcedClip): string | undefined {
  if (clip.kind !== 'link' || leadsToSource(clip)) return paperKey(clip.source);
  const pdf = looksLikePdf(clip.url) ? pageAddress(cleanUrl(clip.url)) : undefined;
  return linkedPaperKey(clip.url) ?? pdf;
}

/**
 * Combines what clips of one paper say about it: first what the note-taker typed or read from a
 * file, the latest first, then what a page about the paper says, then the PDF.
 */
export function knownOfPaper(clips: readonly SourcedClip[]): PaperFacts {
  const latest = clips.toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
  const own = latest.filter((clip) => !isElsewhere(clip));
  const pages = own.filter(({ source }) => !isPdf(source)).map(({ source }) => source);
  const pdfs = own.filter(({ source }) => isPdf(source));
  const first = (...texts: (string | null | undefined)[]) => texts.find(Boolean) ?? '';
  return {
    title: first(
      ...latest.map((clip) => clip.sourceTitle),
      ...pages.map((page) => page.cleanTitle || page.title),
      ...pdfs.flatMap((clip) => (clip.kind === 'link' ? [clip.title] : [])).filter(isName),
      ...pdfs.map(({ source }) => capturedTitle(source)).filter(isName),
    ),
    author: first(
      ...latest.map((clip) => clip.sourceAuthor),
      ...[...pages, ...pdfs.map(({ source }) => source)].map(({ author }) => author),
    ),
    published: first(
      ...latest.map((clip) => clip.sourcePublished),
      ...[...pages, ...pdfs.map(({ source }) => source)].map(({ published }) => published),
    ),
  };
}

const capturedTitle = ({ cleanTitle, title }: SourcedClip['source']) => cleanTitle || title;

/** A file's name is not a paper's title. */
const isName = (title: string) => !isPdfTitle(title);

/**
 * Returns what to change in a clip to add what is known about its paper. The note-taker's facts and
 * those from the page itself stay; a PDF's own title and date are replaced.
 */
export function completedByPaper(clip: SourcedClip, known: PaperFacts): ItemChanges {
  if (!isOfPaper(clip)) return {};
  const changes: ItemChanges = {};
  const elsewhere = isElsewhere(clip);
  const givesWay = elsewhere || isPdf(clip.source);
  const differs = (captured: string, wanted: string) =>
    wanted !== '' && wanted !== captured && (givesWay || captured === '');
  const captured = capturedTitle(clip.source);
  if (clip.kind === 'link') {
    const untouched = !elsewhere && clip.title === captured;
    if (untouched && differs(captured, known.title)) changes.title = known.title;
  } else if (clip.sourceTitle == null && differs(captured, known.title)) {
    changes.sourceTitle = known.title;
  }
  const author = elsewhere ? '' : clip.source.author;
  if (clip.sourceAuthor == null && author === '' && known.author !== '') {
    changes.sourceAuthor = known.author;
  }
  if (clip.sourcePublished == null && differs(paperDate(clip), known.published)) {
    changes.sourcePublished = known.published;
  }
  return changes;
}
