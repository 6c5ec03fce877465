import { sha256Hex } from '../core/base/hash.ts';
import type { LastExport } from '../core/post/last-export.ts';

/**
 * Returns the sha-256 of a text, hex; all line ends count as equal, since Git converts them on some
 * systems.
 */
export function digestText(text: string): Promise<string> {
  return sha256Hex(text.replaceAll('\r\n', '\n'));
}

/** Returns the digest of a file as it is in a folder. */
export function digestBytes(path: string, bytes: ArrayBuffer): Promise<string> {
  return path.endsWith('.md')
    ? digestText(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes))
    : sha256Hex(bytes);
}

/**
 * Returns what to do with a file: write it; nothing, because it is `as-it-was`; nothing, because
 * the user's own was `kept` before and neither has changed; or ask, because it is not what we left.
 * @param there digest of the file in the folder; undefined if there is none
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
