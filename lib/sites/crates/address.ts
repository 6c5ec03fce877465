import type { Site } from '../../core/address/site.ts';
import {
  namedVersion,
  type PackageRegistry,
  plainName,
  wholePath,
} from '../../core/packages/package-registry.ts';

export const packages: PackageRegistry = {
  id: 'crates',
  hosts: ['crates.io'],
  pattern: wholePath(`/crates/(?<name>${plainName})(?:/${namedVersion})?`),
};

export const site: Site = { id: 'crates', script: 'adapter-packages', hosts: ['crates.io'] };
