import { cleanUrl, pageAddress } from '../core/address/url.ts';
import { clampText, limits } from '../core/base/limits.ts';
import type { PageInfo } from '../core/source/source.ts';
import { lastPathPart } from '../core/text/file-name.ts';
import { cleanTitle } from '../core/text/title.ts';
import { parsePaperAddress } from '../sites/paper-address.ts';
import { pdfMediaType } from './paper-key.ts';
import { isPdfTitle, looksLikePdf, withoutPdfFile } from './pdf-address.ts';

/** What the browser's menu says about where it was opened, for pages where no script runs. */
export interface MenuInfo {
  pageUrl: string;
  /** Address of the frame, if it is not the page itself. */
  frameUrl?: string | undefined;
  /** Id of the frame the menu was opened in; 0 is the page itself. */
  frameId?: number | undefined;
  /** The tab's title. */
  tabTitle?: string | undefined;
  selectionText?: string | undefined;
  linkUrl?: string | undefined;
  /** Text of the link; only Firefox provides it. */
  linkText?: string | undefined;
  srcUrl?: string | undefined;
}

const isWeb = (url: string) => /^https?:/i.test(url);

/**
 * True if a tab's title is its address, as in Chromium (156) for a PDF until its viewer knows a
 * title; for a local file that would be its path.
 */
function isAddressPart(title: string, address: string): boolean {
  if (!title.includes('/')) return false;
  const [bare = ''] = address.split('#');
  try {
    return bare.includes(title) || decodeURIComponent(bare).includes(title);
  } catch {
    // The text is not percent-encoded after all.
    return bare.includes(title);
  }
}

/**
 * Creates a page's details only from the menu's data; what only the page could say is ''.
 * @param inPdfViewer known from elsewhere, because addresses and titles of PDFs do not always
 * reveal it
 */
export function createMenuPage(
  { pageUrl, frameUrl, tabTitle = '' }: MenuInfo,
  inPdfViewer = false,
): PageInfo {
  const address = frameUrl && isWeb(frameUrl) ? frameUrl : pageUrl;
  const fromPdf = inPdfViewer || looksLikePdf(address) || isPdfTitle(tabTitle);
  // The tab's title is that of the page, not of a frame in it; a PDF's frame is the page itself.
  const ownTitle = address === pageUrl || fromPdf ? tabTitle : '';
  const named = fromPdf ? withoutPdfFile(ownTitle, address) : ownTitle;
  const known = isAddressPart(named, address) ? '' : named;
  const title = clampText(known || lastPathPart(address), limits.title);
  const host = URL.parse(address)?.host ?? '';
  const clean = cleanTitle(title, { host, siteName: '', shareTitle: '', heading: '' });
  // A local file is named as a source, but its path is private.
  const url = isWeb(address) && address.length <= limits.url ? address : '';
  const paper = parsePaperAddress(url);
  return {
    url,
    canonicalUrl: paper?.abstractUrl ?? pageAddress(cleanUrl(url)),
    title,
    cleanTitle: clampText(clean, limits.title),
    siteName: '',
    author: '',
    published: paper?.published ?? '',
    description: '',
    mediaType: fromPdf ? pdfMediaType : '',
    language: '',
  };
}
