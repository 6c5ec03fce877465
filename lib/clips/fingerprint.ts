import { cleanUrl, pageAddress } from '../core/address/url.ts';
import { sha256Hex } from '../core/base/hash.ts';
import type { Moment, SourcedClip } from '../core/post/item.ts';
import { earlierCleanUrl } from './earlier/clean-url.ts';
import { linkedPaperKey, paperKey } from './paper-key.ts';

/** Removes what a page may change between two visits without changing its content. */
function normalizeWords(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

type PagePart = Parameters<typeof paperKey>[0] & { title: string };

const hashOf = (kind: SourcedClip['kind'], page: string, thing: string): Promise<string> =>
  sha256Hex(JSON.stringify([kind, page, normalizeWords(thing)]));

const addressOf = ({ canonicalUrl, url, title }: PagePart): string =>
  pageAddress(canonicalUrl || url) || title;

/**
 * Returns the same text for two captures of the same thing from the same source: kind, page (its
 * canonical address without a place on it; a paper's page and PDF count as one) and words or
 * target. `thing` is a quote's text, or an address.
 */
export function fingerprint(
  kind: SourcedClip['kind'],
  source: PagePart,
  thing: string,
): Promise<string> {
  return hashOf(kind, paperKey(source) ?? addressOf(source), thing);
}

/**
 * Returns the fingerprints that older code may have given to the same thing: before a paper's page
 * and PDF counted as one, and before addresses were cleaned by host. The clip's own fingerprint is
 * not included.
 * @param seenUrl the address of a link as it was seen, before it was cleaned; '' if the clip is no
 * link
 */
export async function earlierFingerprints(clip: SourcedClip, seenUrl: string): Promise<string[]> {
  // A moment's fingerprint never changed, and the neighbouring seconds count as well.
  if (clip.kind === 'moment') return [];
  const pages = earlierPages(clip.source);
  const things = thingsOf(clip, seenUrl);
  const all = pages.flatMap((page) => things.map((thing) => hashOf(clip.kind, page, thing)));
  return [...new Set(await Promise.all(all))].filter((each) => each !== clip.fingerprint);
}

function earlierPages(source: PagePart): string[] {
  const pages = [addressOf(source), earlierCleanUrl(addressOf(source))];
  // A page without a canonical address is known by the one at which it was visited.
  if (source.canonicalUrl === pageAddress(cleanUrl(source.url))) {
    pages.push(pageAddress(earlierCleanUrl(source.url)));
  }
  const key = paperKey(source);
  return key === undefined ? pages : [...pages, key, earlierCleanUrl(key)];
}

function thingsOf(clip: Exclude<SourcedClip, Moment>, seenUrl: string): string[] {
  if (clip.kind === 'quote') return [clip.text];
  if (clip.kind === 'image') return [clip.url || clip.assetId || clip.id];
  const { url, source } = clip;
  const paper = [linkedPaperKey(url), paperKey(source)].filter((key) => key !== undefined);
  return [url || source.title, earlierCleanUrl(url), earlierCleanUrl(seenUrl), ...paper];
}
