import {
  namedVersion,
  type PackageRegistry,
  plainName,
  wholePath,
} from '../../core/packages/package-registry.ts';
import type { Site } from '../../core/site.ts';

export const packages: PackageRegistry = {
  id: 'crates',
  hosts: ['crates.io'],
  pattern: wholePath(`/crates/(?<name>${plainName})(?:/${namedVersion})?`),
};

export const site: Site = { id: 'crates', script: 'adapter-packages', hosts: ['crates.io'] };
