import { sha256Hex } from '../core/base/hash.ts';
import type { LastExport } from '../core/post/last-export.ts';

/** sha-256 of a text, hex; line ends count for one, since Git turns them on some systems. */
export function digestText(text: string): Promise<string> {
  return sha256Hex(text.replaceAll('\r\n', '\n'));
}

/** Of a file as it is in a folder. */
export function digestBytes(path: string, bytes: ArrayBuffer): Promise<string> {
  return path.endsWith('.md')
    ? digestText(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes))
    : sha256Hex(bytes);
}

/**
 * What is to be done with a file: write it; nothing, because it is `as-it-was`; nothing, because the
 * user's own was `kept` before and neither has changed; or ask, because it is not what we left.
 * @param there digest of what is in the folder; undefined for nothing
 */
export function stepFor(
  ours: string,
  there: string | undefined,
  last: LastExport[string] | undefined,
): 'write' | 'as-it-was' | 'kept' | 'ask' {
  if (there === undefined) return 'write';
  if (there === ours) return 'as-it-was';
  if (last?.there !== there) return 'ask';
  if (last.ours === there) return 'write';
  return last.ours === ours ? 'kept' : 'ask';
}
