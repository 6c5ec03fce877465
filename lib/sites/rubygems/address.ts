import {
  namedVersion,
  type PackageRegistry,
  plainName,
  wholePath,
} from '../../core/packages/package-registry.ts';

export const packages: PackageRegistry = {
  id: 'rubygems',
  hosts: ['rubygems.org'],
  pattern: wholePath(`/gems/(?<name>${plainName})(?:/versions/${namedVersion})?`),
};
