import { pathSegments } from '../../core/address/web-url.ts';
import type { Paper, PaperArchive } from '../../core/papers/paper-archive.ts';
import { aclPaper } from '../acl-anthology/address.ts';
import { arxivPaper } from '../arxiv/address.ts';

/**
 * https://www.doi.org/doi-handbook/HTML/doi-name-syntax.html, as far as such names occur in
 * practice.
 */
const doiPattern = /^10\.\d{4,9}(?:\.\d+)*\/[^\s\p{C}]{1,500}$/u;

/** Writes a DOI as part of an address; characters that would end the path are encoded. */
export function encodeDoi(doi: string): string {
  return doi.replace(/[%?#"<>[\]{}|\\^`]/g, (sign) => encodeURIComponent(sign));
}

export function isDoi(text: string): boolean {
  return doiPattern.test(text);
}

/**
 * Returns the paper with this DOI; undefined if it is no DOI. DOIs assigned by arXiv and the ACL
 * Anthology count as the papers there. `urls` are those of the publisher, if they can be derived.
 */
export function doiPaper(
  doi: string,
  urls: Partial<Pick<Paper, 'abstractUrl' | 'pdfUrl' | 'published'>> = {},
): Paper | undefined {
  if (!isDoi(doi)) return undefined;
  const known =
    arxivPaper(/^10\.48550\/arxiv\.(.+)$/i.exec(doi)?.[1] ?? '') ??
    aclPaper(/^10\.(?:18653\/v1|3115\/v1)\/(.+)$/i.exec(doi)?.[1] ?? '');
  if (known) return known;
  // DOI names ignore case.
  return {
    id: `doi:${doi.toLowerCase()}`,
    abstractUrl: urls.abstractUrl ?? `https://doi.org/${encodeDoi(doi)}`,
    pdfUrl: urls.pdfUrl ?? '',
    published: urls.published ?? '',
  };
}

export const paper: PaperArchive = {
  id: 'doi',
  hosts: ['doi.org', 'dx.doi.org'],
  parse: (url) => doiPaper(pathSegments(url).join('/')),
};
