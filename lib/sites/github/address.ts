import type { Site } from '../../core/address/site.ts';
import type { CodeHost, CodePlace } from '../../core/code/code-host.ts';
import {
  commentOf,
  encodePath,
  formatLines,
  parseLines,
  parseNumber,
  repositoryOf,
} from '../../core/code/place.ts';
import type { ProfileSite } from '../../core/people/profile-site.ts';

/** First parts of a path that are no member's name. */
const reserved = new Set(
  `about account apps blog codespaces collections contact customer-stories dashboard discussions
  enterprise events explore features issues join login marketplace mobile new notifications
  organizations orgs pricing pulls readme search security sessions settings signup site sponsors
  stars team topics trending users`.split(/\s+/),
);
const comment = /^(?:issuecomment|discussion_r|discussioncomment|pullrequestreview|issue)-?\d+$/;
const numbered: Record<string, 'issue' | 'pull' | 'discussion'> = {
  issues: 'issue',
  pull: 'pull',
  discussions: 'discussion',
};

function parse(url: URL, parts: readonly string[]): CodePlace | undefined {
  const isRaw = url.hostname === 'raw.githubusercontent.com';
  const [owner = '', name = '', ...rest] = parts;
  const site = new URL('https://github.com/');
  const repository = reserved.has(owner) ? undefined : repositoryOf(site, [owner, name]);
  if (!repository) return undefined;
  const [view = '', second = '', ...path] = isRaw ? ['blob', ...rest] : rest;
  const kind = Object.hasOwn(numbered, view) ? numbered[view] : undefined;
  const number = parseNumber(second);
  if (kind !== undefined) {
    return number === undefined
      ? undefined
      : { ...repository, kind, number, comment: commentOf(url, comment) };
  }
  if (view === '') return { ...repository, kind: 'repository' };
  if (second === '') return undefined;
  if (view === 'commit') return { ...repository, kind: 'commit', commit: second };
  if (view === 'releases' && second === 'tag' && path.length > 0) {
    return { ...repository, kind: 'release', version: path.join('/') };
  }
  // raw.githubusercontent.com may name a branch `refs/heads/main`.
  const [ref = second, ...at] =
    second === 'refs' && /^(?:heads|tags)$/.test(path[0] ?? '') ? path.slice(1) : [second, ...path];
  if (view === 'tree') return { ...repository, kind: 'folder', ref, path: at.join('/') };
  const isFile = view === 'blob' || view === 'blame' || view === 'raw' || view === 'edit';
  return isFile && at.length > 0
    ? { ...repository, kind: 'file', ref, path: at.join('/'), lines: parseLines(url.hash) }
    : undefined;
}

export const code: CodeHost = {
  id: 'github',
  hosts: ['github.com', 'raw.githubusercontent.com'],
  parse,
  fileUrl({ repositoryUrl, path, lines }, commit) {
    // Rendered Markdown has no lines: https://docs.github.com/en/get-started/writing-on-github
    const plain = lines && /\.(?:md|markdown|mdown|rst|adoc|org)$/i.test(path) ? '?plain=1' : '';
    return `${repositoryUrl}/blob/${encodePath(commit)}/${encodePath(path)}${plain}${formatLines(lines)}`;
  },
};

export const site: Site = {
  id: 'github',
  script: 'adapter-code',
  hosts: ['github.com', 'gist.github.com'],
};

export const profile: ProfileSite = {
  id: 'github',
  hosts: ['github.com'],
  path: /^\/([A-Za-z\d](?:[A-Za-z\d-]{0,38}))\/?$/,
  reserved:
    'about apps collections contact dashboard enterprise events explore features issues join login marketplace new notifications organizations orgs pricing pulls search security sessions settings signup site sponsors stars topics trending'.split(
      ' ',
    ),
  ignoresCase: true,
  url: (name) => `https://github.com/${name}`,
};
