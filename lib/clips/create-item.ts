import * as v from 'valibot';
import { pageAddress } from '../core/address/url.ts';
import { sha256Hex } from '../core/base/hash.ts';
import { clampText, limits } from '../core/base/limits.ts';
import type { CapturedPicture, CapturedSelection } from '../core/capture/capture.ts';
import { pdfPageOf, withPdfPage } from '../core/papers/pdf-page.ts';
import {
  type Attribution,
  type ImageClip,
  type LinkClip,
  type Moment,
  MomentSchema,
  type Original,
  type Quote,
} from '../core/post/item.ts';
import type { PageInfo, Source } from '../core/source/source.ts';
import { lastPathPart } from '../core/text/file-name.ts';
import { leadsToSource } from './clip-source.ts';
import { fingerprint } from './fingerprint.ts';
import { momentFingerprint } from './moment.ts';
import { isPdf, linkedPaperKey, paperKey } from './paper-key.ts';
import { looksLikePdf } from './pdf-address.ts';

/** Where a clip goes, and when it was made. */
export interface Placement {
  id: string;
  /** A wrap-up's id, or `inboxId`. */
  wrapUpId: string;
  order: string;
  /** ISO instant. */
  now: string;
}

type Place = Pick<CapturedSelection, 'heading' | 'headingId' | 'selectors'>;
const wholePage: Place = { heading: '', headingId: '', selectors: [] };

function createSource(page: PageInfo, capturedAt: string, place: Place = wholePage): Source {
  const { heading, headingId } = place;
  const selectors = withPdfPage(place.selectors, pdfPageIn(page) ?? null);
  return { ...withoutLocalPath(page), heading, headingId, selectors, capturedAt };
}

/** Returns the page at which a PDF was opened, if its address says so. */
function pdfPageIn(page: PageInfo): number | undefined {
  return isPdf(page) ? pdfPageOf(page.url) : undefined;
}

/** One of the note-taker's own files is named as a source, but its path is private. */
function withoutLocalPath(page: PageInfo): PageInfo {
  if (!/^file:/i.test(page.url)) return page;
  const name = clampText(lastPathPart(page.url), limits.title);
  const title = page.title || name;
  return { ...page, url: '', canonicalUrl: '', title, cleanTitle: page.cleanTitle || title };
}

function clipEntries(placement: Placement, source: Source, note: string) {
  const { id, wrapUpId, order, now } = placement;
  const record = { createdAt: now, updatedAt: now, deletedAt: null };
  return { id, wrapUpId, order, hidden: false, ...record, note, source };
}

const pageField = (page: number | undefined) => (page === undefined ? {} : { page });

/**
 * Creates a quote, with what a later version needs to convert it again (absent if there is no
 * HTML).
 */
export async function createQuote(
  placement: Placement,
  page: PageInfo,
  selection: CapturedSelection,
  attribution: Attribution,
): Promise<{ item: Quote; original?: Original }> {
  const { text, markdown, htmlMarkdown, html } = selection;
  const source = createSource(page, placement.now, selection);
  const item: Quote = {
    kind: 'quote',
    ...clipEntries(placement, source, ''),
    fingerprint: await fingerprint('quote', source, text),
    ...pageField(pdfPageIn(page)),
    form: 'quote',
    text,
    markdown,
    ...(htmlMarkdown === undefined ? {} : { htmlMarkdown }),
    editedMarkdown: null,
    attribution,
    attributionLabel: '',
  };
  if (html === '') return { item };
  const htmlHash = await sha256Hex(html);
  return { item, original: { id: placement.id, html, htmlHash, createdAt: placement.now } };
}

/**
 * Creates a link, to the page itself or from it; `title` falls back to the file name and the
 * address. The page of a PDF is stored beside its address. A local file has no address, so its name
 * is used.
 */
export async function createLink(
  placement: Placement,
  page: PageInfo,
  { title, url: address, note = '' }: { title: string; url: string; note?: string },
): Promise<{ item: LinkClip }> {
  const source = createSource(page, placement.now);
  const pdfPage = looksLikePdf(address) || isPdf(page) ? pdfPageOf(address) : undefined;
  const url = pdfPage === undefined ? address : pageAddress(address);
  const ownPaper = leadsToSource({ url, source }) ? paperKey(source) : undefined;
  const target = linkedPaperKey(url) ?? ownPaper ?? (url || source.title);
  const item: LinkClip = {
    kind: 'link',
    ...clipEntries(placement, source, note),
    fingerprint: await fingerprint('link', source, target),
    ...pageField(pdfPage),
    form: 'bullet',
    title: clampText(title.trim() || lastPathPart(url) || url, limits.title),
    url,
  };
  return { item };
}

/** Creates a picture; `assetId` is '' if its bytes are unavailable. */
export async function createImage(
  placement: Placement,
  page: PageInfo,
  picture: Pick<CapturedPicture, 'alt' | 'url' | 'linkUrl'>,
  { fileName, assetId }: { fileName: string; assetId: string },
): Promise<{ item: ImageClip }> {
  const source = createSource(page, placement.now);
  const item: ImageClip = {
    kind: 'image',
    ...clipEntries(placement, source, ''),
    fingerprint: await fingerprint('image', source, picture.url || assetId || placement.id),
    alt: picture.alt,
    url: picture.url,
    path: '',
    fileName,
    linkUrl: picture.linkUrl,
    assetId,
  };
  return { item };
}

const { startSeconds, mediaTitle, mediaUrl, chapter, checkTime } = MomentSchema.entries;

/** What is known about a moment when it is captured. */
export const MomentFactsSchema = v.object({
  startSeconds,
  mediaTitle,
  mediaUrl,
  chapter,
  checkTime,
});

export type MomentFacts = v.InferOutput<typeof MomentFactsSchema>;

/** Creates a moment of a recording; its place is also stored as a media fragment. */
export async function createMoment(
  placement: Placement,
  page: PageInfo,
  facts: MomentFacts,
  note = '',
): Promise<{ item: Moment }> {
  const source = createSource(page, placement.now, {
    ...wholePage,
    selectors: [
      {
        type: 'FragmentSelector',
        conformsTo: 'http://www.w3.org/TR/media-frags/',
        value: `t=${facts.startSeconds}`,
      },
    ],
  });
  const item: Moment = {
    kind: 'moment',
    ...clipEntries(placement, source, note),
    fingerprint: await momentFingerprint(facts.mediaUrl, facts.startSeconds),
    form: 'bullet',
    ...facts,
    endSeconds: null,
    caption: '',
  };
  return { item };
}
