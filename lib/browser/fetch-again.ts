import { browser } from 'wxt/browser';
import { type Failure, failure } from '../core/base/errors.ts';
import { fail, ok, type Result } from '../core/base/result.ts';
import { fetchPicture } from './fetch-picture.ts';
import { fetchInPage } from './page-picture.ts';

/**
 * The bytes of a picture that could not be had when it was clipped: as anybody may fetch them, else by
 * its page, where that is the tab in front and the user's click gave us access to it.
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

/** No other site's page is made to ask for it: that site would be told what is being written about. */
async function fetchInFront(url: string, pageUrl: string): Promise<ArrayBuffer> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const isItsPage =
    tab?.url !== undefined && URL.parse(tab.url)?.origin === URL.parse(pageUrl)?.origin;
  if (tab?.id === undefined || !isItsPage) throw new Error('its page is not in front');
  return fetchInPage(tab.id, url);
}
