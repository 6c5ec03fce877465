import { limits } from '../core/limits.ts';
import { runInFrame } from '../page-wire/ask-page.ts';

/** For a picture from the page's own cache or server. */
const fetchMs = 20_000;

/** Runs in the page: fetches as the page would, from its cache if it can. Self-contained. */
async function fetchAsBase64(url: string, maxBytes: number): Promise<string | null> {
  try {
    const response = await fetch(url, { cache: 'force-cache' });
    const blob = await response.blob();
    if (!response.ok || blob.size > maxBytes) return null;
    const reader = new FileReader();
    return await new Promise((resolve) => {
      reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
      reader.onerror = () => resolve(null);
      reader.readAsDataURL(blob);
    });
  } catch {
    return null;
  }
}

/** The bytes of what only its page can fetch: `blob:`, same host, behind a log-in. Or rejects. */
export async function fetchInPage(tabId: number, url: string): Promise<ArrayBuffer> {
  const base64 = await runInFrame({ tabId }, fetchAsBase64, [url, limits.assetBytes], fetchMs);
  if (typeof base64 !== 'string') throw new Error('the page could not fetch it');
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)).buffer;
}
