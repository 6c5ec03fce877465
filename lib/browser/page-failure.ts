import { browser } from 'wxt/browser';
import { isPdfTitle, looksLikePdf } from '../clips/pdf-address.ts';
import { type ErrorCode, type Failure, failure } from '../core/errors.ts';
import { isStoreUrl } from '../core/url.ts';

/** Chromium's and Firefox's words for a page that no script may enter. */
const patterns: readonly (readonly [RegExp, ErrorCode])[] = [
  [/no tab with id|invalid tab id|tab was closed|tab .*(?:removed|destroyed)/i, 'tab-gone'],
  [/extensions gallery/i, 'store-page'],
  [
    /cannot access|missing host permission|cannot be scripted|showing error page|error page|not allowed/i,
    'page-not-clippable',
  ],
];

/** Chromium (156) and Firefox (153), for a page that no gesture of the user has opened to us. */
const noGrant = /must request permission|missing host permission/i;

/** Chromium's words hold the address; where a file of the note-taker's lies is nobody's business. */
const localPath = /file:[^"']*/gi;

/** Why a script could not be run in a tab, as well as the browser's words and the address tell. */
export async function pageFailure(tabId: number, thrown: unknown): Promise<Failure> {
  const said = thrown instanceof Error ? thrown.message : String(thrown);
  const detail = said.replace(localPath, 'file:…');
  const code = patterns.find(([pattern]) => pattern.test(detail))?.[1] ?? 'capture-failed';
  if (code !== 'page-not-clippable') return failure(code, detail);
  const { url, title } = await tabFacts(tabId);
  // The browser tells an address where activeTab is granted; else nobody asked for this page yet.
  if (url === '' && noGrant.test(detail)) return failure('page-not-granted', detail);
  if (isStoreUrl(url)) return failure('store-page', detail);
  // Firefox (153) lets no extension into its PDF viewer, but its menu gives the selection.
  const isPdf =
    looksLikePdf(url) || (url !== '' && isPdfTitle(title)) || isKeptOut(said, url, title);
  return failure(isPdf ? 'pdf-needs-menu' : code, detail);
}

/**
 * Firefox says that a permission is missing where activeTab covers the page, but a viewer of its own
 * shows it. The viewer of PDFs titles the tab; that of JSON leaves it to its address.
 */
function isKeptOut(said: string, url: string, title: string): boolean {
  const called = title !== '' && !url.includes(title);
  return /^https?:/.test(url) && called && /missing host permission/i.test(said);
}

/** The tab's address and title where we may know them, or ''. */
async function tabFacts(tabId: number): Promise<{ url: string; title: string }> {
  try {
    const { url = '', title = '' } = await browser.tabs.get(tabId);
    return { url, title };
  } catch {
    return { url: '', title: '' };
  }
}
