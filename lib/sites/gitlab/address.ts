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

const reserved = new Set(
  'admin api dashboard explore groups help jwt profile projects search snippets users -'.split(' '),
);
const numbered: Record<string, 'issue' | 'pull'> = {
  issues: 'issue',
  work_items: 'issue',
  merge_requests: 'pull',
};

/** Parses what follows `/-/`, which separates a project's name from its pages. */
function parsePage(
  repository: Pick<CodePlace, 'repository' | 'repositoryUrl'>,
  url: URL,
  [view = '', second = '', ...path]: readonly string[],
): CodePlace | undefined {
  const kind = Object.hasOwn(numbered, view) ? numbered[view] : undefined;
  const number = parseNumber(second);
  if (kind !== undefined && number !== undefined) {
    return { ...repository, kind, number, comment: commentOf(url, /^note_\d+$/) };
  }
  if (second === '') return undefined;
  if (view === 'commit') return { ...repository, kind: 'commit', commit: second };
  if (view === 'releases' || view === 'tags') {
    return { ...repository, kind: 'release', version: [second, ...path].join('/') };
  }
  if (view === 'tree') return { ...repository, kind: 'folder', ref: second, path: path.join('/') };
  const isFile = view === 'blob' || view === 'raw' || view === 'blame';
  return isFile && path.length > 0
    ? {
        ...repository,
        kind: 'file',
        ref: second,
        path: path.join('/'),
        lines: parseLines(url.hash),
      }
    : undefined;
}

function parse(url: URL, parts: readonly string[]): CodePlace | undefined {
  const dash = parts.indexOf('-');
  const isOwn = gitlab.hosts.includes(url.hostname) || url.hostname.startsWith('gitlab.');
  if (reserved.has(parts[0] ?? '') || (dash < 0 && !isOwn)) return undefined;
  const repository = repositoryOf(url, dash < 0 ? parts : parts.slice(0, dash));
  if (!repository) return undefined;
  return dash < 0
    ? { ...repository, kind: 'repository' }
    : parsePage(repository, url, parts.slice(dash + 1));
}

const fileUrl: CodeHost['fileUrl'] = ({ repositoryUrl, path, lines }, commit) =>
  `${repositoryUrl}/-/blob/${encodePath(commit)}/${encodePath(path)}${formatLines(lines, '#L', '-')}`;

const numberSign: CodeHost['numberSign'] = ({ kind }) => (kind === 'pull' ? '!' : '#');

const gitlab: CodeHost = {
  id: 'gitlab',
  hosts: [
    'gitlab.com',
    'gitlab.gnome.org',
    'gitlab.freedesktop.org',
    'gitlab.archlinux.org',
    'salsa.debian.org',
    'invent.kde.org',
    'framagit.org',
  ],
  parse,
  fileUrl,
  numberSign,
};

/**
 * An instance anywhere: `gitlab.` at the host's start, or `/-/` in the path, which other hosts
 * don't use.
 */
const gitlabElsewhere: CodeHost = { id: 'gitlab-elsewhere', hosts: [], parse, fileUrl, numberSign };

export const code: readonly CodeHost[] = [gitlab, gitlabElsewhere];

export const site: readonly Site[] = [
  { id: 'gitlab', script: 'adapter-code', hosts: gitlab.hosts },
  // An instance anywhere: no other host has `/-/` in its paths.
  { id: 'gitlab-elsewhere', script: 'adapter-code', hosts: [], path: /^(?:\/[^/]+){2,}\/-\// },
];

export const profile: ProfileSite = {
  id: 'gitlab',
  hosts: ['gitlab.com'],
  path: /^\/([\w.-]{1,255})\/?$/,
  reserved: 'admin api dashboard explore groups help profile projects search users -'.split(' '),
  ignoresCase: true,
  url: (name) => `https://gitlab.com/${name}`,
};
