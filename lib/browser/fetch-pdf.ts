import { type Failure, failure } from '../core/base/errors.ts';
import { limits } from '../core/base/limits.ts';
import { fail, ok, type Result } from '../core/base/result.ts';

const patienceMs = 60_000;

/**
 * Fetches the PDF at an address, for an extension page: in Chromium while activeTab covers its
 * host, otherwise if the server allows everyone or the host was granted. It sends cookies, because
 * the note-taker is signed in where they read it, and prefers the browser's cache.
 */
export async function fetchPdf(address: string): Promise<Result<Uint8Array<ArrayBuffer>, Failure>> {
  try {
    const response = await fetch(address, {
      credentials: 'include',
      cache: 'force-cache',
      signal: AbortSignal.timeout(patienceMs),
    });
    if (!response.ok) return fail(failure('pdf-out-of-reach', `status ${response.status}`));
    if (Number(response.headers.get('content-length') ?? 0) > limits.pdfBytes) {
      return fail(failure('pdf-too-large'));
    }
    return await readCapped(response);
  } catch (thrown) {
    return fail(failure('pdf-out-of-reach', String(thrown)));
  }
}

async function readCapped(response: Response): Promise<Result<Uint8Array<ArrayBuffer>, Failure>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const part = await reader?.read();
    if (part === undefined || part.done) break;
    parts.push(part.value);
    length += part.value.length;
    if (length > limits.pdfBytes) {
      await reader?.cancel();
      return fail(failure('pdf-too-large'));
    }
  }
  return ok(new Uint8Array(await new Blob(parts).arrayBuffer()));
}
