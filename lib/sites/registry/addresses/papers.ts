import type { PaperArchive } from '../../../core/papers/paper-archive.ts';
import { aclAnthology } from '../../acl-anthology/address.ts';
import { arxiv } from '../../arxiv/address.ts';
import { atypon } from '../../atypon/address.ts';
import { biorxiv } from '../../biorxiv/address.ts';
import { doi } from '../../doi/address.ts';
import { edpSciences } from '../../edp-sciences/address.ts';
import { hal } from '../../hal/address.ts';
import { iacrEprint } from '../../iacr-eprint/address.ts';
import { nature } from '../../nature/address.ts';
import { openreview } from '../../openreview/address.ts';
import { pmlr } from '../../pmlr/address.ts';
import { springer } from '../../springer/address.ts';

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
