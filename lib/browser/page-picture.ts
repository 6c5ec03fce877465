import { limits } from '../core/base/limits.ts';
import { runInFrame } from '../page-wire/ask-page.ts';

/** The page usually has the picture already. */
const patienceMs = 8_000;

/** Runs in the page: fetches as the page would, from its cache if possible. Self-contained. */
async function fetchAsBase64(
  url: string,
  maxBytes: number,
  patienceMs: number,
): Promise<string | null> {
  try {
    const signal = AbortSignal.timeout(patienceMs);
    const response = await fetch(url, { cache: 'force-cache', signal });
    if (!response.ok) return null;
    // It reads a stream, because `blob()` would hold everything that a server sends, even an
    // endless response.
    const parts: Uint8Array<ArrayBuffer>[] = [];
    let length = 0;
    const body = response.body?.getReader();
    for (;;) {
      const part = await body?.read();
      if (part === undefined || part.done) break;
      length += part.value.length;
      if (length > maxBytes) {
        await body?.cancel();
        return null;
      }
      parts.push(part.value);
    }
    const reader = new FileReader();
    return await new Promise((resolve) => {
      reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
      reader.onerror = () => resolve(null);
      reader.readAsDataURL(new Blob(parts));
    });
  } catch {
    // The picture's server does not let the page read it; the caller tries other ways.
    return null;
  }
}

/**
 * Fetches bytes that only their page can fetch: `blob:`, same host, behind a log-in. Rejects for
 * anything else, and if they aren't complete after a few seconds.
 */
export async function fetchInPage(tabId: number, url: string): Promise<ArrayBuffer> {
  const base64 = await runInFrame(
    { tabId },
    fetchAsBase64,
    [url, limits.assetBytes, patienceMs],
    patienceMs + 1_000,
  );
  if (typeof base64 !== 'string') throw new Error('the page could not fetch it');
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)).buffer;
}
