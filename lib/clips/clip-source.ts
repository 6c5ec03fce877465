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

/** Returns the source's title from the note-taker, or else as captured. */
export function sourceTitle(clip: Known): string {
  return clip.sourceTitle ?? (clip.source.cleanTitle || clip.source.title);
}

/**
 * Returns the author of the source; for a link to a paper elsewhere, the page that it was clipped
 * on does not tell.
 */
export function sourceAuthor(clip: SourcedClip): string {
  if (clip.sourceAuthor != null) return clip.sourceAuthor;
  return clip.kind === 'link' && isOfPaper(clip) && !leadsToSource(clip)
    ? ''
    : saidBy(clip.source).author;
}

/**
 * Returns when the source was published, from the note-taker or else as captured: any text, or ''.
 */
export function sourcePublished(clip: Known): string {
  return clip.sourcePublished ?? saidBy(clip.source).published;
}

/**
 * Returns where a reader finds the source of a clip, without a place in it: the comment or the
 * lines, the PDF itself, or else the page; '' for a local file. It is not an old version of a page,
 * unless that was visited.
 */
export function sourcePage({ place, url, canonicalUrl, mediaType }: SourcedClip['source']): string {
  const isRevision = place?.kind === 'revision' && parseWikiPage(url)?.revision !== place.number;
  if (place !== undefined && !isRevision) return place.url;
  if (isPdf({ mediaType })) return pageAddress(cleanUrl(url));
  return canonicalUrl || url;
}

/** Returns the same, at the page of the PDF if that is known. */
export function sourceAddress(clip: Known): string {
  return atPage(sourcePage(clip.source), clip.page);
}

/** Returns where a link leads, at the page of the PDF if that is known. */
export function linkAddress(clip: Pick<LinkClip, 'url' | 'page'>): string {
  return atPage(clip.url, clip.page);
}

/**
 * Returns an address with the section that the words are in; unchanged if the section has no id.
 */
export function atSection(address: string, { headingId }: SourcedClip['source']): string {
  const url = URL.parse(address);
  if (url === null || headingId === '') return address;
  url.hash = headingId.replaceAll('%', '%25');
  return url.href;
}

const atPage = (address: string, page: number | null | undefined) =>
  page == null ? address : pdfPageUrl(address, page);

/** True if a clip is from a paper or another PDF, so its link can have a page and a date. */
export function isOfPaper(clip: SourcedClip): boolean {
  if (clip.kind === 'link' && !leadsToSource(clip)) {
    return looksLikePdf(clip.url) || parsePaperAddress(clip.url) !== undefined;
  }
  return isPdf(clip.source) || paperKey(clip.source) !== undefined;
}

/** True if a clip can have a page number: it is from a PDF, or leads to one. */
export function hasPages(clip: SourcedClip): boolean {
  if (clip.kind === 'link')
    return looksLikePdf(clip.url) || (isPdf(clip.source) && leadsToSource(clip));
  return clip.kind === 'quote' && isPdf(clip.source);
}

/** Returns when a clip's target was published; '' if it is no paper, or the date is unknown. */
export function paperDate(clip: SourcedClip): string {
  if (!isOfPaper(clip)) return '';
  if (clip.sourcePublished != null) return clip.sourcePublished;
  if (clip.kind === 'link' && !leadsToSource(clip)) {
    return parsePaperAddress(clip.url)?.published ?? '';
  }
  return clip.source.published || (parsePaperAddress(clip.source.url)?.published ?? '');
}

/** True for a link to the page it was clipped on, or to another form of the same paper. */
export function leadsToSource({ url, source }: Pick<LinkClip, 'url' | 'source'>): boolean {
  if (url === '' || pageAddress(url) === pageAddress(cleanUrl(source.url))) return true;
  const paper = parsePaperAddress(url);
  return (
    pageAddress(url) === source.canonicalUrl ||
    (paper !== undefined && paper.id === paperKey(source))
  );
}
