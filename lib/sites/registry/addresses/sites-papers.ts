import type { Site } from '../../../core/site.ts';
import { arxiv as arxivArchive } from '../../arxiv/address.ts';
import { paperArchives } from './papers.ts';

const script = 'adapter-papers';

export const arxiv: Site = { id: 'arxiv', script, hosts: arxivArchive.hosts };

/** Archives and publishers that say all in `citation_*`; only their addresses need knowing. */
export const paperArchive: Site = {
  id: 'paper-archive',
  script,
  hosts: paperArchives
    .filter(({ id }) => id !== arxivArchive.id)
    .flatMap(({ hosts, parentHosts = [] }) => [...hosts, ...parentHosts.map((host) => `.${host}`)]),
};
