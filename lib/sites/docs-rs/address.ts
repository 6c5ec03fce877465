import type { Site } from '../../core/address/site.ts';
import {
  namedVersion,
  type PackageRegistry,
  plainName,
  wholePath,
} from '../../core/packages/package-registry.ts';

export const packages: PackageRegistry = {
  id: 'crates',
  hosts: ['docs.rs'],
  pattern: wholePath(
    `(?!/(?:about|releases|crate|-)(?:/|$))/(?<name>${plainName})(?:/(?:latest|${namedVersion})(?:/[^/]+(?:/(?<item>.+?))?)?)?`,
  ),
};

export const site: Site = { id: 'docs-rs', script: 'adapter-packages', hosts: ['docs.rs'] };
