import type { CodeHost } from './code-host.ts';
import { encodePath, formatLines, parseLines, parseNumber, repositoryOf } from './place.ts';

export const sourcehut: CodeHost = {
  id: 'sourcehut',
  hosts: ['git.sr.ht', 'hg.sr.ht', 'todo.sr.ht'],
  parse(url, [owner = '', name = '', view = '', second = '', ...rest]) {
    const repository = owner.startsWith('~') ? repositoryOf(url, [owner, name]) : undefined;
    if (!repository) return undefined;
    if (url.hostname === 'todo.sr.ht') {
      const number = parseNumber(view);
      const comment = /^#event-\d+$/.test(url.hash) ? url.hash.slice(1) : '';
      return number === undefined ? undefined : { ...repository, kind: 'issue', number, comment };
    }
    if (view === '') return { ...repository, kind: 'repository' };
    if (second === '') return undefined;
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
