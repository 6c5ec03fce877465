import { pathSegments } from '../../core/address/web-url.ts';
import type { PaperArchive } from '../../core/papers/paper-archive.ts';

/** Cryptology ePrint Archive: `/2024/123`, `/2024/123.pdf`. */
export const paper: PaperArchive = {
  id: 'iacr-eprint',
  hosts: ['eprint.iacr.org'],
  parse(url) {
    const [year = '', file = ''] = pathSegments(url);
    const number = file.replace(/\.pdf$/i, '');
    if (!/^(?:19|20)\d\d$/.test(year) || !/^\d{1,5}$/.test(number)) return undefined;
    const page = `https://eprint.iacr.org/${year}/${number}`;
    return {
      id: `iacr:${year}/${number}`,
      abstractUrl: page,
      pdfUrl: `${page}.pdf`,
      published: year,
    };
  },
};
