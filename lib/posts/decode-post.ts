import { fail, ok, type Result } from '../core/base/result.ts';

/** Bytes of the longest post that is opened: far above any that people wrote. */
export const longestPost = 2 * 1024 * 1024;

export type UnreadableFile = 'not-text' | 'other-encoding' | 'too-long';

/**
 * Returns the text of a file, including its byte order mark. Only UTF-8 is accepted, because
 * another encoding would lose bytes.
 */
export function decodePost(bytes: Uint8Array<ArrayBuffer>): Result<string, UnreadableFile> {
  if (bytes.length > longestPost) return fail('too-long');
  const [first = 0, second = 0] = bytes;
  // The byte order marks of UTF-16.
  if (Math.min(first, second) === 0xfe && Math.max(first, second) === 0xff) {
    return fail('other-encoding');
  }
  // Pictures and archives contain it early; no text does.
  if (bytes.includes(0)) return fail('not-text');
  try {
    return ok(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    // The only possible error is a byte that is not UTF-8.
    return fail('not-text');
  }
}
