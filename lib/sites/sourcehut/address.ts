import type { Site } from '../../core/address/site.ts';
import type { CodeHost } from '../../core/code/code-host.ts';
import {
  commentOf,
  encodePath,
  formatLines,
  parseLines,
  parseNumber,
  repositoryOf,
} from '../../core/code/place.ts';

export const code: CodeHost = {
  id: 'sourcehut',
  hosts: ['sr.ht', 'git.sr.ht', 'hg.sr.ht', 'todo.sr.ht'],
  parse(url, [owner = '', name = '', view = '', second = '', ...rest]) {
    const repository = owner.startsWith('~') ? repositoryOf(url, [owner, name]) : undefined;
    if (!repository) return undefined;
    if (url.hostname === 'todo.sr.ht') {
      const number = parseNumber(view);
      const comment = commentOf(url, /^(?:event|comment)-\d+$/);
      return number === undefined ? undefined : { ...repository, kind: 'issue', number, comment };
    }
    if (view === '') return { ...repository, kind: 'repository' };
    // The hub (`sr.ht`) has a page for each project, and no known pages below it.
    if (second === '' || url.hostname === 'sr.ht') return undefined;
    if (view === 'commit') return { ...repository, kind: 'commit', commit: second };
    if (view === 'refs') return { ...repository, kind: 'release', version: second };
    const [item, ...path] = rest;
    if (view !== 'tree') return undefined;
    return item === 'item' && path.length > 0
      ? {
          ...repository,
          kind: 'file',
          ref: second,
          path: path.join('/'),
          lines: parseLines(url.hash),
        }
      : { ...repository, kind: 'folder', ref: second, path: rest.join('/') };
  },
  fileUrl: ({ repositoryUrl, path, lines }, commit) =>
    `${repositoryUrl}/tree/${encodePath(commit)}/item/${encodePath(path)}${formatLines(lines, '#L', '-')}`,
};

export const site: Site = { id: 'sourcehut', script: 'adapter-code', hosts: ['.sr.ht'] };
