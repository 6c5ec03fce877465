import { cleanUrl, pageAddress } from '../core/address/url.ts';
import { pdfPageUrl } from '../core/papers/pdf-page.ts';
import type { LinkClip, SourcedClip } from '../core/post/item.ts';
import { saidBy } from '../core/source/said-by.ts';
import { parsePaperAddress } from '../sites/paper-address.ts';
import { parseWikiPage } from '../sites/wikipedia/address.ts';
import { isPdf, paperKey } from './paper-key.ts';
import { looksLikePdf } from './pdf-address.ts';

type Known = Pick<
  SourcedClip,
  'source' | 'page' | 'sourceTitle' | 'sourceAuthor' | 'sourcePublished'
>;

/** The source's title, as the note-taker says, else as captured. */
export function sourceTitle(clip: Known): string {
  return clip.sourceTitle ?? (clip.source.cleanTitle || clip.source.title);
}

/** Who wrote the source; of a link to a paper elsewhere, the page it was clipped on does not say. */
export function sourceAuthor(clip: SourcedClip): string {
  if (clip.sourceAuthor != null) return clip.sourceAuthor;
  return clip.kind === 'link' && isOfPaper(clip) && !leadsToSource(clip)
    ? ''
    : saidBy(clip.source).author;
}

/** When the source was published, as the note-taker says, else as captured: any text, or ''. */
export function sourcePublished(clip: Known): string {
  return clip.sourcePublished ?? saidBy(clip.source).published;
}

/**
 * Where a reader finds what a clip is from, without a place in it: the comment or the lines, the PDF
 * itself, else the page; '' for a local file. Not how a page once was, unless that was visited.
 */
export function sourcePage({ place, url, canonicalUrl, mediaType }: SourcedClip['source']): string {
  const isRevision = place?.kind === 'revision' && parseWikiPage(url)?.revision !== place.number;
  if (place !== undefined && !isRevision) return place.url;
  if (isPdf({ mediaType })) return pageAddress(cleanUrl(url));
  return canonicalUrl || url;
}

/** The same, at the page of the PDF where that is known. */
export function sourceAddress(clip: Known): string {
  return atPage(sourcePage(clip.source), clip.page);
}

/** Where a link leads, at the page of the PDF where that is known. */
export function linkAddress(clip: Pick<LinkClip, 'url' | 'page'>): string {
  return atPage(clip.url, clip.page);
}

/** An address at the section that the words are in; as it is where the section has no name of its own. */
export function atSection(address: string, { headingId }: SourcedClip['source']): string {
  const url = URL.parse(address);
  if (url === null || headingId === '') return address;
  url.hash = headingId.replaceAll('%', '%25');
  return url.href;
}

const atPage = (address: string, page: number | null | undefined) =>
  page == null ? address : pdfPageUrl(address, page);

/** True if a clip is from a paper or another PDF, so that a page and a date stand with its link. */
export function isOfPaper(clip: SourcedClip): boolean {
  if (clip.kind === 'link' && !leadsToSource(clip)) {
    return looksLikePdf(clip.url) || parsePaperAddress(clip.url) !== undefined;
  }
  return isPdf(clip.source) || paperKey(clip.source) !== undefined;
}

/** True if a clip has pages to be at: it is from a PDF, or leads to one. */
export function hasPages(clip: SourcedClip): boolean {
  if (clip.kind === 'link')
    return looksLikePdf(clip.url) || (isPdf(clip.source) && leadsToSource(clip));
  return clip.kind === 'quote' && isPdf(clip.source);
}

/** When what a clip links to was published; '' if it is no paper, or nobody says. */
export function paperDate(clip: SourcedClip): string {
  if (!isOfPaper(clip)) return '';
  if (clip.sourcePublished != null) return clip.sourcePublished;
  if (clip.kind === 'link' && !leadsToSource(clip)) {
    return parsePaperAddress(clip.url)?.published ?? '';
  }
  return clip.source.published || (parsePaperAddress(clip.source.url)?.published ?? '');
}

/** A link to the page it was clipped on, or to another form of the same paper. */
export function leadsToSource({ url, source }: Pick<LinkClip, 'url' | 'source'>): boolean {
  if (url === '' || pageAddress(url) === pageAddress(cleanUrl(source.url))) return true;
  const paper = parsePaperAddress(url);
  return (
    pageAddress(url) === source.canonicalUrl ||
    (paper !== undefined && paper.id === paperKey(source))
  );
}
