import { limits } from '../core/base/limits.ts';

/** The time for the whole download, because a server may send a byte now and then forever. */
const patienceMs = 15_000;

/**
 * Fetches an address as the background may: if the server allows everyone, and in Chromium also
 * from the host that activeTab covers. Rejects for anything else, for more than
 * `limits.assetBytes`, and if the bytes aren't complete after 15 seconds.
 */
export async function fetchPicture(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url, {
    // `omit`: a clip contains only what everybody could see. The site learns neither who is signed
    // in nor the page; but the browser names the extension as the request's `Origin`, which no
    // extension can omit: in Chromium it is the same for all users, in Firefox it identifies this
    // installation.
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(patienceMs),
  });
  if (!response.ok) throw new Error(`status ${response.status}`);
  return readCapped(response, limits.assetBytes);
}

/** Reads a body, but stops once it is longer than `maxBytes`. */
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
