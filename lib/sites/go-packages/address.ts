import type { Site } from '../../core/address/site.ts';
import {
  namedVersion,
  type PackageRegistry,
  wholePath,
} from '../../core/packages/package-registry.ts';

export const packages: PackageRegistry = {
  id: 'go',
  hosts: ['pkg.go.dev'],
  pattern: wholePath(
    `(?!/(?:about|search|license-policy|badge|vuln|security)(?:/|$))/(?<name>[^@\\s]{1,500}?)(?:@${namedVersion}(?<sub>/[^@\\s]+?)?)?`,
  ),
};

export const site: Site = { id: 'go-packages', script: 'adapter-packages', hosts: ['pkg.go.dev'] };
