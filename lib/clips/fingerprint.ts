import { sha256Hex } from '../core/hash.ts';
import type { SourcedClip } from '../core/item.ts';
import { pageAddress } from '../core/url.ts';
import { paperKey } from './paper-key.ts';

/** What a page may change between two visits without changing what it says. */
function normalizeWords(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/**
 * Equal for two captures of the same thing from the same source: kind, page (its canonical
 * address without a place on it; a paper's page and PDF are one) and words or target. `thing` is a
 * quote's text, or an address.
 */
export function fingerprint(
  kind: SourcedClip['kind'],
  source: Parameters<typeof paperKey>[0] & { title: string },
  thing: string,
): Promise<string> {
  const page = paperKey(source) ?? (pageAddress(source.canonicalUrl || source.url) || source.title);
  return sha256Hex(JSON.stringify([kind, page, normalizeWords(thing)]));
}
