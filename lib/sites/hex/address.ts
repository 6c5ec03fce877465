import {
  namedVersion,
  type PackageRegistry,
  plainName,
  wholePath,
} from '../../core/packages/package-registry.ts';

export const packages: PackageRegistry = {
  id: 'hex',
  hosts: ['hex.pm'],
  pattern: wholePath(`/packages/(?<name>${plainName})(?:/${namedVersion})?`),
};
