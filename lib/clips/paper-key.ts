import { cleanUrl, pageAddress } from '../core/address/url.ts';
import type { PageInfo } from '../core/source/source.ts';
import { parsePaperAddress } from '../sites/paper-address.ts';

type Addresses = Pick<PageInfo, 'url' | 'canonicalUrl'> &
  Partial<Pick<PageInfo, 'pdfUrl' | 'mediaType'>>;

/**
 * Returns the same for all forms of a paper: its abstract page, its PDF and their versions, if an
 * archive's addresses show it, or the page names its PDF. Undefined for anything that is no paper
 * and no PDF, and for a local file, which has no address.
 */
export function paperKey(source: Addresses): string | undefined {
  const { url, canonicalUrl, pdfUrl = '', mediaType } = source;
  for (const address of [canonicalUrl, url, pdfUrl]) {
    const paper = parsePaperAddress(address);
    if (paper) return paper.id;
  }
  const pdf = pdfUrl || (mediaType === pdfMediaType ? url : '');
  return pdf === '' ? undefined : pageAddress(cleanUrl(pdf));
}

/** Does the same for a link's target, of which only the address is known. */
export function linkedPaperKey(address: string): string | undefined {
  return parsePaperAddress(address)?.id;
}

export const pdfMediaType = 'application/pdf';

export function isPdf({ mediaType }: Pick<PageInfo, 'mediaType'>): boolean {
  return mediaType === pdfMediaType;
}
