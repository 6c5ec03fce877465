import { lastPathPart } from './file-name.ts';
import { clampText, limits } from './limits.ts';
import { parsePaperAddress } from './paper-address.ts';
import { pdfMediaType } from './paper-key.ts';
import { isPdfTitle, looksLikePdf, withoutPdfFile } from './pdf-address.ts';
import type { PageInfo } from './source.ts';
import { cleanTitle } from './title.ts';
import { cleanUrl, pageAddress } from './url.ts';

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

/** A page's details from the menu's data alone; what only the page could say is ''. */
export function createMenuPage({ pageUrl, frameUrl, tabTitle = '' }: MenuInfo): PageInfo {
  const address = frameUrl && isWeb(frameUrl) ? frameUrl : pageUrl;
  const fromPdf = looksLikePdf(address) || isPdfTitle(tabTitle);
  // The tab's title is the page's, not that of a frame in it; a PDF's frame is the page itself.
  const ownTitle = address === pageUrl || fromPdf ? tabTitle : '';
  const named = fromPdf ? withoutPdfFile(ownTitle) : ownTitle;
  const title = clampText(named || lastPathPart(address), limits.title);
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
