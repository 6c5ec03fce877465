import { oneLine } from '../../core/text/title.ts';

/**
 * Returns `owner/repository` in the spelling of the page's title, or undefined for any other page.
 */
export function repositoryIn(repository: string, title: string): string | undefined {
  // `/orgs/acme` and `/topics/go` have the same form, but only a repository appears in its title
  // like this.
  const at = title.toLowerCase().indexOf(repository.toLowerCase());
  const before = title.slice(0, Math.max(at, 0));
  const after = title.charAt(at + repository.length);
  const standsAlone = /^(?:GitHub\s*[-·]\s*)?$/.test(before) && ['', ':', ' '].includes(after);
  return at >= 0 && standsAlone ? title.slice(at, at + repository.length) : undefined;
}

/** Returns the About text without what GitHub adds to it for search engines. */
export function about(description: string, repository: string): string {
  const bare = oneLine(description)
    .replace(/\s*Contribute to \S+ development by creating an account on GitHub\.?$/, '')
    .trim();
  const suffix = ` - ${repository}`;
  const plain = bare.endsWith(suffix) ? bare.slice(0, -suffix.length) : bare;
  return plain === repository ? '' : plain.trim();
}
