import { pathSegments } from '../../core/address/web-url.ts';
import type { PaperArchive } from '../../core/papers/paper-archive.ts';

/** HAL and its portals (`inria.hal.science`): `/hal-01234567v2/document`. */
export const paper: PaperArchive = {
  id: 'hal',
  hosts: ['hal.science', 'hal.archives-ouvertes.fr'],
  parentHosts: ['hal.science'],
  parse(url) {
    const id = /^([a-z]+-\d{8})(?:v\d+)?$/.exec(pathSegments(url)[0] ?? '')?.[1];
    if (id === undefined) return undefined;
    const page = `https://${url.host}/${id}`;
    return { id: `hal:${id}`, abstractUrl: page, pdfUrl: `${page}/document`, published: '' };
  },
};
