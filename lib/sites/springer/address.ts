import { pathSegments } from '../../core/address/web-url.ts';
import type { PaperArchive } from '../../core/papers/paper-archive.ts';
import { doiPaper, encodeDoi } from '../doi/address.ts';

export const paper: PaperArchive = {
  id: 'springer',
  hosts: ['link.springer.com'],
  parse(url) {
    const parts = pathSegments(url);
    const isPdf = parts[0] === 'content' && parts[1] === 'pdf';
    const isPage = parts[0] === 'article' || parts[0] === 'chapter' || parts[0] === 'book';
    if (!isPdf && !isPage) return undefined;
    const rest = parts.slice(isPdf ? 2 : 1).join('/');
    const doi = isPdf ? rest.replace(/\.pdf$/i, '') : rest.replace(/\/(?:fulltext|tables).*$/, '');
    return doiPaper(doi, {
      ...(isPage ? { abstractUrl: `https://${url.host}/${parts[0]}/${encodeDoi(doi)}` } : {}),
      pdfUrl: `https://${url.host}/content/pdf/${encodeDoi(doi)}.pdf`,
    });
  },
};
