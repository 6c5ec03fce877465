import type { Site } from '../../core/address/site.ts';
import {
  namedVersion,
  type PackageRegistry,
  plainName,
  wholePath,
} from '../../core/packages/package-registry.ts';

export const packages: PackageRegistry = {
  id: 'pub',
  hosts: ['pub.dev'],
  pattern: wholePath(`/packages/(?<name>${plainName})(?:/versions/${namedVersion})?`),
};

export const site: Site = { id: 'pub-dev', script: 'adapter-packages', hosts: ['pub.dev'] };
