import { hostPath } from '../core/address/label.ts';
import { escapeAddress, isLinkable } from '../markdown/address.ts';
import { escapeText } from '../markdown/escape.ts';

/** `[name](url)`; the name alone where there is no address to link to; '' if there is neither. */
export function renderLink(name: string, url: string): string {
  if (!isLinkable(url)) return escapeText(name);
  return `[${linkText(name, url)}](${escapeAddress(url)})`;
}

/** What stands in a link's brackets: its name, or its address where it has none. */
export function linkText(name: string, url: string): string {
  return escapeText(name, { inside: 'link' }) || escapeText(hostPath(url), { inside: 'link' });
}

/** `![alt](path)`, inside a link where there is an address to link to; '' without a path. */
export function renderImage(alt: string, path: string, linkUrl = ''): string {
  if (!isLinkable(path)) return escapeText(alt);
  const image = `![${escapeText(alt, { inside: 'link' })}](${escapeAddress(path)})`;
  return isLinkable(linkUrl) ? `[${image}](${escapeAddress(linkUrl)})` : image;
}
