import { pathSegments } from '../../core/address/web-url.ts';
import type { PaperArchive } from '../../core/papers/paper-archive.ts';

export const paper: PaperArchive = {
  id: 'openreview',
  hosts: ['openreview.net'],
  parse(url) {
    const [page = '', more] = pathSegments(url);
    const id = url.searchParams.get('id') ?? '';
    const isPaper = page === 'forum' || page === 'pdf' || page === 'attachment';
    if (!isPaper || more !== undefined || !/^[\w-]{6,40}$/.test(id)) return undefined;
    return {
      id: `openreview:${id}`,
      abstractUrl: `https://openreview.net/forum?id=${id}`,
      pdfUrl: `https://openreview.net/pdf?id=${id}`,
      published: '',
    };
  },
};
