import { parseCodeAddress } from './code-address.ts';
import { parsePackageAddress } from './package-address.ts';

/** True for the front page of a repository or a package, whose description says what it is. */
export function isRepositoryUrl(url: string): boolean {
  const code = parseCodeAddress(url);
  // Bitbucket shows the front page at `/src/main/`, others at `/tree/main` for any branch.
  const isFront = code?.kind === 'repository' || (code?.kind === 'folder' && code.path === '');
  return isFront || parsePackageAddress(url)?.isWhole === true;
}
