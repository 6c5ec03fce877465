import {
  namedVersion,
  type PackageRegistry,
  plainName,
  wholePath,
} from '../../core/packages/package-registry.ts';

export const packages: PackageRegistry = {
  id: 'nuget',
  hosts: ['nuget.org'],
  pattern: wholePath(`/packages/(?<name>${plainName})(?:/${namedVersion})?`),
};
