import { cleanUrl, pageAddress } from '../core/address/url.ts';
import { isSiteHost, parseWebUrl, pathSegments } from '../core/address/web-url.ts';
import { lastPathPart } from '../core/text/file-name.ts';
import { slidesSites } from './registry/addresses/slides.ts';

/** A file with a name for slides; it must contain a whole word, since `talking.pdf` is none. */
const slidesFile =
  /(?:^|[^a-z])(?:slides?|slide-?deck|deck|talk|presentation|folien|vortrag)(?:[^a-z]|$)/i;

/**
 * Returns the address of slides, in the form to link to; undefined if it does not show that it has
 * any.
 */
export function parseSlidesAddress(address: string): string | undefined {
  const url = parseWebUrl(address);
  if (!url) return undefined;
  const parts = pathSegments(url);
  const site = slidesSites.find(({ hosts }) => isSiteHost(url.hostname, hosts));
  if (site) return site.parse(parts);
  const isFile = /\.(?:pdf|pptx?|odp|key)$/i.test(url.pathname);
  const inFolder = parts.slice(0, -1).some((part) => /^(?:slides|talks|folien)$/i.test(part));
  const isNamed = isFile && slidesFile.test(lastPathPart(address).replace(/_/g, '-'));
  return isNamed || (isFile && inFolder) ? pageAddress(cleanUrl(address)) : undefined;
}
