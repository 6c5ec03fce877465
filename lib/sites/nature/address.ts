import { pathSegments } from '../../core/address/web-url.ts';
import type { PaperArchive } from '../../core/papers/paper-archive.ts';
import { doiPaper } from '../doi/address.ts';

/** `/articles/s41586-…`: the id is the part of the DOI after Nature's prefix. */
export const paper: PaperArchive = {
  id: 'nature',
  hosts: ['nature.com'],
  parse(url) {
    const [first, name = ''] = pathSegments(url);
    const id = name.replace(/\.pdf$/i, '').replace(/_reference$/i, '');
    if (first !== 'articles' || !/^(?:s\d{5}-[\w-]+|[a-z]+\.?\d[\w.]*)$/i.test(id))
      return undefined;
    const page = `https://www.nature.com/articles/${id}`;
    return doiPaper(`10.1038/${id}`, { abstractUrl: page, pdfUrl: `${page}.pdf` });
  },
};
