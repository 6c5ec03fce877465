import {
  namedVersion,
  type PackageRegistry,
  plainName,
  wholePath,
} from '../../core/packages/package-registry.ts';
import type { Site } from '../../core/site.ts';

export const packages: PackageRegistry = {
  id: 'pub',
  hosts: ['pub.dev'],
  pattern: wholePath(`/packages/(?<name>${plainName})(?:/versions/${namedVersion})?`),
};

export const site: Site = { id: 'pub-dev', script: 'adapter-packages', hosts: ['pub.dev'] };
