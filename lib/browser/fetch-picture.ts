import { limits } from '../core/base/limits.ts';

/** For all of it: a server may answer and then send a byte now and then, for ever. */
const patienceMs = 15_000;

/**
 * The bytes at an address, as the background may fetch them: where the server allows it to all, and
 * in Chromium also from the host that activeTab covers. Rejects for anything else, for more than
 * `limits.assetBytes`, and if they aren't all there after 15 seconds.
 */
export async function fetchPicture(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url, {
    // `omit`: a clip takes what everybody could see. The site is not told who is signed in, nor the page;
    // but the browser names the extension as the request's `Origin`, which no extension can leave out: in
    // Chromium the same for all who use it, in Firefox one of this installation alone.
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(patienceMs),
  });
  if (!response.ok) throw new Error(`status ${response.status}`);
  return readCapped(response, limits.assetBytes);
}

/** Reads a body, but stops where it turns out longer than `maxBytes`. */
async function readCapped(response: Response, maxBytes: number): Promise<ArrayBuffer> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const part = await reader?.read();
    if (part === undefined || part.done) break;
    length += part.value.length;
    if (length > maxBytes) {
      await reader?.cancel();
      throw new Error(`longer than ${maxBytes} bytes`);
    }
    parts.push(part.value);
  }
  return new Blob(parts).arrayBuffer();
}
