import { holdsSecret, withoutSecrets } from '../core/address/secret-address.ts';
import type { SecretCuts } from '../core/post/edits.ts';
import type { Item } from '../core/post/item.ts';
import { sourcePage } from './clip-source.ts';

/** Returns the addresses of an item that a post may show. */
function publishedBy(item: Item): string[] {
  if (!('source' in item)) return [];
  const { source } = item;
  const addresses = [sourcePage(source), source.place?.url ?? ''];
  if (item.kind === 'link') addresses.push(item.url);
  if (item.kind === 'image') addresses.push(item.linkUrl, item.assetId === '' ? item.url : '');
  if (item.kind === 'moment') addresses.push(item.mediaUrl);
  return addresses.filter((address) => address !== '');
}

/**
 * Returns the addresses of an item that contain what looks like a password, a key or a session,
 * unchanged.
 */
export function secretAddresses(item: Item): string[] {
  return [...new Set(publishedBy(item).filter(holdsSecret))];
}

export function hasSecret(item: Item): boolean {
  return secretAddresses(item).length > 0;
}

/** Returns the change of the item that removes them; undefined if nothing can be removed. */
export function withoutItsSecrets(item: Item): SecretCuts | undefined {
  if (!('source' in item)) return undefined;
  const { source } = item;
  const changes: SecretCuts = {};
  const cut = {
    ...source,
    url: withoutSecrets(source.url),
    canonicalUrl: withoutSecrets(source.canonicalUrl),
    ...(source.place ? { place: { ...source.place, url: withoutSecrets(source.place.url) } } : {}),
  };
  if (JSON.stringify(cut) !== JSON.stringify(source)) changes.source = cut;
  const cutField = <F extends 'url' | 'linkUrl' | 'mediaUrl'>(field: F, address: string) => {
    if (withoutSecrets(address) !== address) changes[field] = withoutSecrets(address);
  };
  if (item.kind === 'link') cutField('url', item.url);
  if (item.kind === 'image') {
    cutField('url', item.url);
    cutField('linkUrl', item.linkUrl);
  }
  if (item.kind === 'moment') cutField('mediaUrl', item.mediaUrl);
  return Object.keys(changes).length === 0 ? undefined : changes;
}
