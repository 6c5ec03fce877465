import { browser } from 'wxt/browser';
import { isPdfTitle, looksLikePdf } from '../clips/pdf-address.ts';
import { isStoreUrl } from '../core/address/url.ts';
import { type ErrorCode, type Failure, failure } from '../core/base/errors.ts';
import { lastPathPart } from '../core/text/file-name.ts';
import { PageSilentError } from '../page-wire/time-limit.ts';

/** The error messages of Chromium and Firefox for a page that no script may enter. */
const patterns: readonly (readonly [RegExp, ErrorCode])[] = [
  [/no tab with id|invalid tab id|tab was closed|tab .*(?:removed|destroyed)/i, 'tab-gone'],
  [/extensions gallery/i, 'store-page'],
  [/error page/i, 'page-not-loaded'],
  [/cannot access|missing host permission|cannot be scripted|not allowed/i, 'page-not-clippable'],
];

/**
 * The messages of Chromium (156) and Firefox (153) for a page that no user gesture has opened to
 * us.
 */
const noGrant = /must request permission|missing host permission/i;

/**
 * Chromium's messages contain the address, and the location of the note-taker's file is private.
 */
const localPath = /file:[^"']*/gi;

/**
 * Finds out why a script could not be run in a tab, as well as the browser's message and the tab
 * reveal it.
 */
export async function pageFailure(tabId: number, thrown: unknown): Promise<Failure> {
  if (thrown instanceof PageSilentError) return failure('page-silent');
  const said = thrown instanceof Error ? thrown.message : String(thrown);
  const detail = said.replace(localPath, 'file:…');
  const code = patterns.find(([pattern]) => pattern.test(detail))?.[1] ?? 'capture-failed';
  if (code !== 'page-not-clippable') return failure(code, detail);
  const tab = await settledFacts(tabId);
  // The browser reveals an address if activeTab is granted; otherwise nobody has asked for access
  // to this page yet.
  if (tab.url === '' && noGrant.test(detail)) return failure('page-not-granted', detail);
  return failure(whoShows(tab) ?? code, detail);
}

interface TabFacts {
  url: string;
  title: string;
  icon: string;
  isReader: boolean;
}

/** Firefox's (153) own pages and viewers have icons that no website can have. */
const firefoxIcon = /^chrome:\/\/global\/skin\/icons\/([\w-]+)\.svg$/;

/**
 * Finds out which page or viewer of the browser keeps scripts out. Firefox (153) gives the same
 * message for all of them, and the address is that of the requested page, so only other properties
 * of the tab help.
 */
function whoShows({ url, title, icon, isReader }: TabFacts): ErrorCode | undefined {
  if (isReader || /^about:reader\b/i.test(url)) return 'reader-needs-menu';
  if (isStoreUrl(url)) return 'store-page';
  const isWebPage = /^https?:/i.test(url);
  const [, own] = firefoxIcon.exec(icon) ?? [];
  if (own !== undefined && own !== 'pdf' && isWebPage) return 'page-not-loaded';
  // Firefox lets no extension into its PDF viewer, but its menu provides the selection. The icon
  // appears a moment after the title.
  const isPdf =
    own === 'pdf' ||
    (url !== '' && (isPdfTitle(title) || isTitledByFile(title, url))) ||
    looksLikePdf(url);
  return isPdf ? 'pdf-needs-menu' : undefined;
}

/** The PDF viewer titles its tab `Title - file` with the last part of the address, or `file`. */
function isTitledByFile(title: string, url: string): boolean {
  const file = lastPathPart(url);
  return /^https?:/i.test(url) && file !== '' && (title === file || title.endsWith(` - ${file}`));
}

/** Firefox's icons appear a moment after the page. */
const iconMs = 300;

async function settledFacts(tabId: number): Promise<TabFacts> {
  const tab = await tabFacts(tabId);
  if (tab.icon !== '' || whoShows(tab) !== undefined || !/^https?:/i.test(tab.url)) return tab;
  await new Promise((resolve) => setTimeout(resolve, iconMs));
  return tabFacts(tabId);
}

/** Returns what we may know about the tab; '' for the rest. */
async function tabFacts(tabId: number): Promise<TabFacts> {
  try {
    const tab = await browser.tabs.get(tabId);
    const { url = '', title = '', favIconUrl: icon = '' } = tab;
    // This exists only in Firefox, and not in the polyfill's types.
    return { url, title, icon, isReader: 'isInReaderMode' in tab && tab.isInReaderMode === true };
  } catch {
    // The tab is closed.
    return { url: '', title: '', icon: '', isReader: false };
  }
}
