import { browser } from 'wxt/browser';
import { type ErrorCode, type Failure, failure } from '../core/errors.ts';
import { looksLikePdf } from '../core/menu-page.ts';
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

/** Why a script could not be run in a tab, as well as the browser's words and the address tell. */
export async function pageFailure(tabId: number, thrown: unknown): Promise<Failure> {
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  const code = patterns.find(([pattern]) => pattern.test(detail))?.[1] ?? 'capture-failed';
  if (code !== 'page-not-clippable') return failure(code, detail);
  const url = await tabUrl(tabId);
  // The browser tells an address where activeTab is granted; else nobody asked for this page yet.
  if (url === '' && noGrant.test(detail)) return failure('page-not-granted', detail);
  if (isStoreUrl(url)) return failure('store-page', detail);
  // Firefox (153) lets no extension into its PDF viewer, but its menu gives the selection.
  return failure(looksLikePdf(url) ? 'pdf-needs-menu' : code, detail);
}

/** The tab's address where we may know it, or ''. */
async function tabUrl(tabId: number): Promise<string> {
  try {
    return (await browser.tabs.get(tabId)).url ?? '';
  } catch {
    return '';
  }
}
