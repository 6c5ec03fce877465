import {
  namedVersion,
  type PackageRegistry,
  plainName,
  wholePath,
} from '../../core/packages/package-registry.ts';
import type { Site } from '../../core/site.ts';

export const packages: PackageRegistry = {
  id: 'pypi',
  hosts: ['pypi.org'],
  pattern: wholePath(`/project/(?<name>${plainName})(?:/${namedVersion})?`),
};

export const site: Site = { id: 'pypi', script: 'adapter-packages', hosts: ['pypi.org'] };
