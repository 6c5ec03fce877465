import { pathSegments } from '../../core/address/web-url.ts';
import type { PaperArchive } from '../../core/papers/paper-archive.ts';
import { doiPaper, encodeDoi } from '../doi/address.ts';

const views = new Set(['abs', 'full', 'fullHtml', 'pdf', 'epdf', 'pdfdirect', 'pdfplus', 'epub']);

/** Publishers on the Atypon platform: `/doi/10.…`, perhaps with the view between. */
export const paper: PaperArchive = {
  id: 'atypon',
  hosts: [
    'dl.acm.org',
    'onlinelibrary.wiley.com',
    'tandfonline.com',
    'journals.sagepub.com',
    'science.org',
    'pnas.org',
    'pubs.acs.org',
    'journals.asm.org',
  ],
  parse(url) {
    const [first, ...rest] = pathSegments(url);
    if (first !== 'doi') return undefined;
    const name = (views.has(rest[0] ?? '') ? rest.slice(1) : rest).join('/');
    const origin = `https://${url.host}`;
    return doiPaper(name, {
      abstractUrl: `${origin}/doi/${encodeDoi(name)}`,
      pdfUrl: `${origin}/doi/pdf/${encodeDoi(name)}`,
    });
  },
};
