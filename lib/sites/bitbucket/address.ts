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

const reserved = new Set(['account', 'dashboard', 'product', 'repo', 'site', 'snippets']);

export const code: CodeHost = {
  id: 'bitbucket',
  hosts: ['bitbucket.org'],
  parse(url, [owner = '', name = '', view = '', second = '', ...path]) {
    const repository = reserved.has(owner) ? undefined : repositoryOf(url, [owner, name]);
    if (!repository) return undefined;
    if (view === '') return { ...repository, kind: 'repository' };
    const number = parseNumber(second);
    const comment = commentOf(url, /^comment-\d+$/);
    if (number !== undefined && view === 'issues') {
      return { ...repository, kind: 'issue', number, comment };
    }
    if (number !== undefined && view === 'pull-requests') {
      return { ...repository, kind: 'pull', number, comment };
    }
    if (view === 'commits' && second === 'tag' && path.length > 0) {
      return { ...repository, kind: 'release', version: path.join('/') };
    }
    if (view === 'commits' && second !== '') {
      return { ...repository, kind: 'commit', commit: second };
    }
    if (view !== 'src' || second === '') return undefined;
    const at = path.join('/');
    // Folders end with a slash.
    return at === '' || url.pathname.endsWith('/')
      ? { ...repository, kind: 'folder', ref: second, path: at }
      : { ...repository, kind: 'file', ref: second, path: at, lines: parseLines(url.hash) };
  },
  fileUrl: ({ repositoryUrl, path, lines }, commit) =>
    `${repositoryUrl}/src/${encodePath(commit)}/${encodePath(path)}${formatLines(lines, '#lines-', ':')}`,
};

export const site: Site = { id: 'bitbucket', script: 'adapter-code', hosts: ['bitbucket.org'] };
