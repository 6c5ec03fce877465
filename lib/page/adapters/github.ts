import type { PageInfo } from '../../core/source.ts';
import { oneLine } from '../../core/title.ts';
import type { SiteAdapter } from './adapter.ts';

/** `owner/repository` of a repository's own page, or undefined for any other page. */
function repositoryOf(url: URL, title: string): string | undefined {
  const path = /^\/([^/]+)\/([^/]+?)(?:\.git)?\/?$/.exec(url.pathname);
  if (!path) return undefined;
  const name = `${path[1]}/${path[2]}`;
  // `/orgs/acme` and `/topics/go` have the same form; only a repository stands in its title so.
  const at = title.toLowerCase().indexOf(name.toLowerCase());
  const before = title.slice(0, Math.max(at, 0));
  const after = title.charAt(at + name.length);
  const standsAlone = /^(?:GitHub\s*[-·]\s*)?$/.test(before) && ['', ':', ' '].includes(after);
  return at >= 0 && standsAlone ? title.slice(at, at + name.length) : undefined;
}

/** The About text without what GitHub adds to it for search engines. */
function about(description: string, repository: string): string {
  const bare = oneLine(description)
    .replace(/\s*Contribute to \S+ development by creating an account on GitHub\.?$/, '')
    .trim();
  const suffix = ` - ${repository}`;
  const plain = bare.endsWith(suffix) ? bare.slice(0, -suffix.length) : bare;
  return plain === repository ? '' : plain.trim();
}

export const github: SiteAdapter = {
  id: 'github',
  hosts: ['github.com', 'gist.github.com'],
  read(_doc, url, info) {
    const repository = repositoryOf(url, info.title);
    const found: Partial<PageInfo> = { siteName: 'GitHub' };
    if (repository === undefined) return found;
    return {
      ...found,
      cleanTitle: repository,
      description: about(info.description, repository),
    };
  },
};
