import { cleanUrl, pageAddress } from '../core/address/url.ts';
import { clampText, limits } from '../core/base/limits.ts';
import type { PageInfo } from '../core/source/source.ts';
import { lastPathPart } from '../core/text/file-name.ts';
import { cleanTitle } from '../core/text/title.ts';
import { parsePaperAddress } from '../sites/paper-address.ts';
import { pdfMediaType } from './paper-key.ts';
import { isPdfTitle, looksLikePdf, withoutPdfFile } from './pdf-address.ts';

/** What the browser's menu says of where it was opened, for pages where no script runs. */
export interface MenuInfo {
  pageUrl: string;
  /** Address of the frame, where it is not the page itself. */
  frameUrl?: string | undefined;
  /** Id of the frame the menu was opened in; 0 is the page itself. */
  frameId?: number | undefined;
  /** The tab's title. */
  tabTitle?: string | undefined;
  selectionText?: string | undefined;
  linkUrl?: string | undefined;
  /** Text of the link; Firefox alone says it. */
  linkText?: string | undefined;
  srcUrl?: string | undefined;
}

const isWeb = (url: string) => /^https?:/i.test(url);

/**
 * True if a tab is called by its address, as Chromium (156) calls a PDF until its viewer knows a
 * title: of a local file that would be its path.
 */
function isAddressPart(title: string, address: string): boolean {
  if (!title.includes('/')) return false;
  const [bare = ''] = address.split('#');
  try {
    return bare.includes(title) || decodeURIComponent(bare).includes(title);
  } catch {
    // Not percent-encoded after all.
    return bare.includes(title);
  }
}

/**
 * A page's details from the menu's data alone; what only the page could say is ''.
 * @param inPdfViewer known from elsewhere: addresses and titles of PDFs do not always tell
 */
export function createMenuPage(
  { pageUrl, frameUrl, tabTitle = '' }: MenuInfo,
  inPdfViewer = false,
): PageInfo {
  const address = frameUrl && isWeb(frameUrl) ? frameUrl : pageUrl;
  const fromPdf = inPdfViewer || looksLikePdf(address) || isPdfTitle(tabTitle);
  // The tab's title is the page's, not that of a frame in it; a PDF's frame is the page itself.
  const ownTitle = address === pageUrl || fromPdf ? tabTitle : '';
  const named = fromPdf ? withoutPdfFile(ownTitle, address) : ownTitle;
  const known = isAddressPart(named, address) ? '' : named;
  const title = clampText(known || lastPathPart(address), limits.title);
  const host = URL.parse(address)?.host ?? '';
  const clean = cleanTitle(title, { host, siteName: '', shareTitle: '', heading: '' });
  // A local file is a source by its name; its path is nobody's business.
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
