import { parseCodeAddress } from './code-address.ts';

/** Whether this is the front page of a repository, whose description says what it is. */
export function isRepositoryUrl(url: string): boolean {
  return parseCodeAddress(url)?.kind === 'repository';
}
