import { pathSegments } from '../../core/address/web-url.ts';
import type { PaperArchive } from '../../core/papers/paper-archive.ts';

/** Proceedings of Machine Learning Research: `/v97/name.html`, `/v97/name/name.pdf`. */
export const paper: PaperArchive = {
  id: 'pmlr',
  hosts: ['proceedings.mlr.press'],
  parse(url) {
    const [volume = '', name = ''] = pathSegments(url);
    const id = name.replace(/\.(?:html|pdf)$/i, '');
    if (!/^[vr]\d+$/.test(volume) || !/^[a-z][\w-]*\d\d[a-z]*$/i.test(id)) return undefined;
    const base = `https://proceedings.mlr.press/${volume}/${id}`;
    return {
      id: `pmlr:${volume}/${id}`,
      abstractUrl: `${base}.html`,
      pdfUrl: `${base}/${id}.pdf`,
      published: '',
    };
  },
};
