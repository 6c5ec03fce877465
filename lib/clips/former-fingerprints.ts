import type { SourcedClip } from '../core/item.ts';
import { cleanUrl, pageAddress } from '../core/url.ts';
import { leadsToSource } from './clip-source.ts';
import { fingerprint } from './fingerprint.ts';
import { formerPageAddress } from './former-cleaning.ts';
import { momentFingerprint } from './moment.ts';
import { isPdf, linkedPaperKey, paperKey } from './paper-key.ts';

/** The source as it was read when addresses were cleaned by other rules. */
function formerSource(source: SourcedClip['source']): SourcedClip['source'] {
  const { url, canonicalUrl } = source;
  // An address that the page declares itself rarely holds what tracks.
  const isOwn = canonicalUrl === pageAddress(cleanUrl(url));
  const former = { ...source, canonicalUrl: formerPageAddress(isOwn ? url : canonicalUrl) };
  return isPdf(source) ? { ...former, url: formerPageAddress(url) } : former;
}

/** Addresses that a link of today may have had then. */
function formerTargets({ url, source }: Extract<SourcedClip, { kind: 'link' }>): string[] {
  const fragment = url.slice(pageAddress(url).length);
  const own = pageAddress(url) === pageAddress(cleanUrl(source.url)) ? [source.url] : [];
  return [url, ...own].map((address) => formerPageAddress(address) + fragment);
}

/**
 * What fingerprints the same thing had while addresses were cleaned by other rules, so that a clip of
 * then is found again; its own is not among them.
 */
export async function formerFingerprints(item: SourcedClip): Promise<string[]> {
  const source = formerSource(item.source);
  const found = new Set(await fingerprintsOf(item, source));
  found.delete(item.fingerprint);
  return [...found];
}

function fingerprintsOf(item: SourcedClip, source: SourcedClip['source']): Promise<string[]> {
  switch (item.kind) {
    case 'quote':
      return Promise.all([fingerprint('quote', source, item.text)]);
    case 'image':
      return Promise.all([fingerprint('image', source, item.url || item.assetId || item.id)]);
    case 'moment':
      return Promise.all([momentFingerprint(formerPageAddress(item.mediaUrl), item.startSeconds)]);
    case 'link':
      return Promise.all(
        [item.url, ...formerTargets(item)].map((url) => {
          const ownPaper = leadsToSource({ url, source }) ? paperKey(source) : undefined;
          const target = linkedPaperKey(url) ?? ownPaper ?? (url || source.title);
          return fingerprint('link', source, target);
        }),
      );
  }
}
