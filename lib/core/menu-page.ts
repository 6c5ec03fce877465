import { lastPathPart } from './file-name.ts';
import { clampText, limits } from './limits.ts';
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

/** Whether an address is that of a PDF, as far as it says so itself. */
export function looksLikePdf(url: string): boolean {
  return looksLikePdfName(URL.parse(url)?.pathname ?? '');
}

/** Firefox's PDF viewer calls its tab `Title - file.pdf`. */
function withoutFile(title: string, file: string): string {
  const suffix = ` - ${file}`;
  return looksLikePdfName(file) && title.endsWith(suffix) ? title.slice(0, -suffix.length) : title;
}

const looksLikePdfName = (name: string) => /\.pdf$/i.test(name);

/** A page's details from the menu's data alone; what only the page could say is ''. */
export function createMenuPage({ pageUrl, frameUrl, tabTitle = '' }: MenuInfo): PageInfo {
  const address = frameUrl && isWeb(frameUrl) ? frameUrl : pageUrl;
  const file = lastPathPart(address);
  // The tab's title is the page's, not that of a frame in it; a PDF's frame is the page itself.
  const named = address === pageUrl || looksLikePdf(address) ? withoutFile(tabTitle, file) : '';
  const title = clampText(named || file, limits.title);
  const host = URL.parse(address)?.host ?? '';
  const clean = cleanTitle(title, { host, siteName: '', shareTitle: '', heading: '' });
  // A local file is a source by its name; its path is nobody's business.
  const url = isWeb(address) && address.length <= limits.url ? address : '';
  return {
    url,
    canonicalUrl: pageAddress(cleanUrl(url)),
    title,
    cleanTitle: clampText(clean, limits.title),
    siteName: '',
    author: '',
    published: '',
    description: '',
    mediaType: looksLikePdf(address) ? 'application/pdf' : '',
    language: '',
  };
}
