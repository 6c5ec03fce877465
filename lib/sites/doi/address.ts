import type { PaperArchive } from '../../core/papers/paper-archive.ts';
import { pathSegments } from '../../core/web-url.ts';
import { doiPaper } from './doi-paper.ts';

export const doi: PaperArchive = {
  id: 'doi',
  hosts: ['doi.org', 'dx.doi.org'],
  parse: (url) => doiPaper(pathSegments(url).join('/')),
};
