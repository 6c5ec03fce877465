import { parseCodeAddress } from './code-address.ts';
import { parsePackageAddress } from './package-address.ts';

/** Whether this is the front page of a repository or a package, whose description says what it is. */
export function isRepositoryUrl(url: string): boolean {
  return parseCodeAddress(url)?.kind === 'repository' || parsePackageAddress(url) !== undefined;
}
