import { pathSegments } from '../../core/address/web-url.ts';
import type { PaperArchive } from '../../core/papers/paper-archive.ts';
import { doiPaper, encodeDoi } from '../doi/address.ts';

/** What follows the DOI: version, view, file. */
const views =
  /(?:v\d{1,3})?(?:\.(?:full|abstract|full-text|supplementary-material|article-info))?(?:\.pdf)?(?:\+html)?$/;
const dated = /^10\.\d+\/(\d{4})\.(\d{2})\.(\d{2})\.\d+$/;

/** bioRxiv and medRxiv: `/content/10.1101/2024.01.15.575703v1.full.pdf`. */
export const paper: PaperArchive = {
  id: 'biorxiv',
  hosts: ['biorxiv.org', 'medrxiv.org'],
  parse(url) {
    const [first, prefix = '', rest = ''] = pathSegments(url);
    if (first !== 'content' || !prefix.startsWith('10.')) return undefined;
    const doi = `${prefix}/${rest.replace(views, '')}`;
    const [, year, month, day] = dated.exec(doi) ?? [];
    const page = `https://${url.host}/content/${encodeDoi(doi)}v1`;
    return doiPaper(doi, {
      pdfUrl: `${page}.full.pdf`,
      published: year ? `${year}-${month}-${day}` : '',
    });
  },
};
