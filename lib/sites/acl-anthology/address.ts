import type { PaperArchive } from '../../core/papers/paper-archive.ts';
import { pathSegments } from '../../core/web-url.ts';
import { aclPaper } from './acl-paper.ts';

export const aclAnthology: PaperArchive = {
  id: 'acl-anthology',
  hosts: ['aclanthology.org', 'aclweb.org', 'anthology.aclweb.org'],
  parse(url) {
    const parts = pathSegments(url);
    const rest = parts[0] === 'anthology' ? parts.slice(1) : parts;
    return rest.length === 1 ? aclPaper(rest[0] ?? '') : undefined;
  },
};
