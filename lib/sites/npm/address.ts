import type { Site } from '../../core/address/site.ts';
import {
  namedVersion,
  type PackageRegistry,
  plainName,
  wholePath,
} from '../../core/packages/package-registry.ts';

export const packages: PackageRegistry = {
  id: 'npm',
  hosts: ['npmjs.com'],
  pattern: wholePath(`/package/(?<name>(?:@${plainName}/)?${plainName})(?:/v/${namedVersion})?`),
};

export const site: Site = { id: 'npm', script: 'adapter-packages', hosts: ['npmjs.com'] };
