import { pathSegments } from '../../core/address/web-url.ts';
import type { PaperArchive } from '../../core/papers/paper-archive.ts';

/** Proceedings and journals of EDP Sciences: `/articles/JOURNAL/VIEW/YEAR/ISSUE/ID`. */
export const paper: PaperArchive = {
  id: 'edp-sciences',
  hosts: [
    'epj-conferences.org',
    'aanda.org',
    'e3s-conferences.org',
    'itm-conferences.org',
    'matec-conferences.org',
    'shs-conferences.org',
    'bio-conferences.org',
  ],
  parse(url) {
    const [first, journal = '', view = '', year = '', issue = '', name = ''] = pathSegments(url);
    const id = name.replace(/\.(?:pdf|html)$/i, '');
    const known = ['abs', 'pdf', 'full_html', 'ref', 'olm'].includes(view);
    const plain = [journal, issue, id].every((part) => /^[\w.-]+$/.test(part));
    if (first !== 'articles' || !known || !plain || !/^\d{4}$/.test(year)) return undefined;
    const base = `https://${url.host}/articles/${journal}`;
    return {
      id: `edp:${id}`,
      abstractUrl: `${base}/abs/${year}/${issue}/${id}/${id}.html`,
      pdfUrl: `${base}/pdf/${year}/${issue}/${id}.pdf`,
      published: year,
    };
  },
};
