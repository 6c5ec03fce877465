import {
  namedVersion,
  type PackageRegistry,
  plainName,
  wholePath,
} from '../../core/packages/package-registry.ts';

export const packages: PackageRegistry = {
  id: 'jsr',
  hosts: ['jsr.io'],
  pattern: wholePath(
    `/(?<name>@${plainName}/[\\p{L}\\p{N}_.-]{1,214})(?:@${namedVersion})?(?:/doc(?:/(?<item>.*))?)?`,
  ),
};
