import { aclAnthology } from './acl-anthology.ts';
import { arxiv } from './arxiv.ts';
import { atypon } from './atypon.ts';
import { biorxiv } from './biorxiv.ts';
import { doi } from './doi.ts';
import { edpSciences } from './edp-sciences.ts';
import { hal } from './hal.ts';
import { iacrEprint } from './iacr-eprint.ts';
import { nature } from './nature.ts';
import { openreview } from './openreview.ts';
import type { PaperArchive } from './paper-archive.ts';
import { pmlr } from './pmlr.ts';
import { springer } from './springer.ts';

/** Every archive that is known; a host belongs to one of them, so order means nothing. */
export const paperArchives: readonly PaperArchive[] = [
  aclAnthology,
  arxiv,
  atypon,
  biorxiv,
  doi,
  edpSciences,
  hal,
  iacrEprint,
  nature,
  openreview,
  pmlr,
  springer,
];
