// Made by `npm run sites` from the folders in lib/sites.
import type { PackageRegistry } from '../../../core/packages/package-registry.ts';
import { packages as crates } from '../../crates/address.ts';
import { packages as docsRs } from '../../docs-rs/address.ts';
import { packages as goPackages } from '../../go-packages/address.ts';
import { packages as hex } from '../../hex/address.ts';
import { packages as jsr } from '../../jsr/address.ts';
import { packages as npm } from '../../npm/address.ts';
import { packages as nuget } from '../../nuget/address.ts';
import { packages as packagist } from '../../packagist/address.ts';
import { packages as pubDev } from '../../pub-dev/address.ts';
import { packages as pypi } from '../../pypi/address.ts';
import { packages as rubygems } from '../../rubygems/address.ts';

export const packageRegistries: readonly PackageRegistry[] = [
  crates,
  docsRs,
  goPackages,
  hex,
  jsr,
  npm,
  nuget,
  packagist,
  pubDev,
  pypi,
  rubygems,
].flat();
