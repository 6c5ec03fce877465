// Made by `npm run sites` from the folders in lib/sites.
import type { PaperArchive } from '../../../core/papers/paper-archive.ts';
import { paper as aclAnthology } from '../../acl-anthology/address.ts';
import { paper as arxiv } from '../../arxiv/address.ts';
import { paper as atypon } from '../../atypon/address.ts';
import { paper as biorxiv } from '../../biorxiv/address.ts';
import { paper as doi } from '../../doi/address.ts';
import { paper as edpSciences } from '../../edp-sciences/address.ts';
import { paper as hal } from '../../hal/address.ts';
import { paper as iacrEprint } from '../../iacr-eprint/address.ts';
import { paper as nature } from '../../nature/address.ts';
import { paper as openreview } from '../../openreview/address.ts';
import { paper as pmlr } from '../../pmlr/address.ts';
import { paper as springer } from '../../springer/address.ts';

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
].flat();
