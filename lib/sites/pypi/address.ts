import type { Site } from '../../core/address/site.ts';
import {
  namedVersion,
  type PackageRegistry,
  plainName,
  wholePath,
} from '../../core/packages/package-registry.ts';

export const packages: PackageRegistry = {
  id: 'pypi',
  hosts: ['pypi.org'],
  pattern: wholePath(`/project/(?<name>${plainName})(?:/${namedVersion})?`),
};

export const site: Site = { id: 'pypi', script: 'adapter-packages', hosts: ['pypi.org'] };
