import {
  type PackageRegistry,
  plainName,
  wholePath,
} from '../../core/packages/package-registry.ts';

export const packages: PackageRegistry = {
  id: 'packagist',
  hosts: ['packagist.org'],
  pattern: wholePath(`/packages/(?<name>${plainName}/${plainName})`),
};
