import { browser } from 'wxt/browser';
import { type Failure, failure } from '../core/base/errors.ts';
import { fail, ok, type Result } from '../core/base/result.ts';
import { fetchPicture } from './fetch-picture.ts';
import { fetchInPage } from './page-picture.ts';

/**
 * Fetches a picture that was unavailable when it was clipped: as anybody may fetch it, or else
 * through its page, if that is the tab in front and the user's click gave us access to it.
 * @param pageUrl where the picture was seen
 */
export async function fetchAgain(
  url: string,
  pageUrl: string,
): Promise<Result<ArrayBuffer, Failure>> {
  const reasons: string[] = [];
  for (const way of [() => fetchPicture(url), () => fetchInFront(url, pageUrl)]) {
    try {
      return ok(await way());
    } catch (thrown) {
      reasons.push(String(thrown));
    }
  }
  return fail(failure('picture-unreachable', reasons.join('; ')));
}

/**
 * Pages of other sites are never asked to fetch it, because that would tell those sites what is
 * being written about.
 */
async function fetchInFront(url: string, pageUrl: string): Promise<ArrayBuffer> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const isItsPage =
    tab?.url !== undefined && URL.parse(tab.url)?.origin === URL.parse(pageUrl)?.origin;
  if (tab?.id === undefined || !isItsPage) throw new Error('its page is not in front');
  return fetchInPage(tab.id, url);
}
