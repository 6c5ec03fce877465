import type { Site } from '../../core/address/site.ts';
import { paper as arxiv } from '../arxiv/address.ts';
import { paperArchives } from '../registry/addresses/papers.ts';

/**
 * Archives and publishers that have everything in `citation_*`; only their addresses need special
 * code.
 */
export const site: Site = {
  id: 'paper-archive',
  script: 'adapter-papers',
  hosts: paperArchives
    .filter(({ id }) => id !== arxiv.id)
    .flatMap(({ hosts, parentHosts = [] }) => [...hosts, ...parentHosts.map((host) => `.${host}`)]),
};
