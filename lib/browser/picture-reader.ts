import { type Failure, failure } from '../core/base/errors.ts';
import { limits } from '../core/base/limits.ts';
import { fail, ok, type Result } from '../core/base/result.ts';
import { sniffPicture } from '../core/media/picture-type.ts';
import { type Box, cutPicture } from './cut-picture.ts';
import { fetchPicture } from './fetch-picture.ts';
import { fetchInPage } from './page-picture.ts';

interface Picture {
  bytes: ArrayBuffer;
  mediaType: string;
}

interface PictureRequest {
  tabId: number;
  url: string;
  box: Box | null;
  viewport: { width: number; height: number };
}

function checked(bytes: ArrayBuffer): Picture {
  if (bytes.byteLength > limits.assetBytes) throw new Error('too long');
  const mediaType = sniffPicture(new Uint8Array(bytes));
  if (mediaType === undefined) throw new Error('no picture');
  return { bytes, mediaType };
}

/**
 * Reads the bytes of a picture (`PictureReader` in `lib/app/ports.ts`): fetched by the background,
 * or else by the page, or else cut from a screenshot if it is visible.
 */
export const pictureReader = {
  async read({
    tabId,
    url,
    box,
    viewport,
  }: PictureRequest): Promise<Result<Picture & { cut?: boolean }, Failure>> {
    const reasons: string[] = [];
    const first = async (ways: (() => Promise<ArrayBuffer>)[]) => {
      for (const way of ways) {
        try {
          return checked(await way());
        } catch (thrown) {
          reasons.push(String(thrown));
        }
      }
      return undefined;
    };
    // A blob's address is valid only in its page.
    const own = /^blob:/i.test(url) ? [] : [() => fetchPicture(url)];
    const whole = await first([...own, () => fetchInPage(tabId, url)]);
    if (whole !== undefined) return ok(whole);
    const shown = box && (await first([() => cutPicture(tabId, box, viewport)]));
    return shown
      ? ok({ ...shown, cut: true })
      : fail(failure('picture-not-kept', reasons.join('; ')));
  },
};
