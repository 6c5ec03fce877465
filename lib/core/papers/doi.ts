import { pathSegments } from '../web-url.ts';
import { doiPaper } from './doi-paper.ts';
import type { PaperArchive } from './paper-archive.ts';

export const doi: PaperArchive = {
  id: 'doi',
  hosts: ['doi.org', 'dx.doi.org'],
  parse: (url) => doiPaper(pathSegments(url).join('/')),
};
