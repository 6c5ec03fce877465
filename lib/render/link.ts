import { hostPath } from '../core/address/label.ts';
import { escapeAddress, isLinkable } from '../markdown/address.ts';
import { escapeText } from '../markdown/escape.ts';

/**
 * Returns `[name](url)`; only the name if there is no address to link to; '' if there is neither.
 */
export function renderLink(name: string, url: string): string {
  if (!isLinkable(url)) return escapeText(name);
  return `[${linkText(name, url)}](${escapeAddress(url)})`;
}

/** Returns the text in a link's brackets: its name, or else its address. */
export function linkText(name: string, url: string): string {
  return escapeText(name, { inside: 'link' }) || escapeText(hostPath(url), { inside: 'link' });
}

/** Returns `![alt](path)`, inside a link if there is an address to link to; '' without a path. */
export function renderImage(alt: string, path: string, linkUrl = ''): string {
  if (!isLinkable(path)) return escapeText(alt);
  const image = `![${escapeText(alt, { inside: 'link' })}](${escapeAddress(path)})`;
  return isLinkable(linkUrl) ? `[${image}](${escapeAddress(linkUrl)})` : image;
}
