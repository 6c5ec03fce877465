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
  'admin api assets attachments explore issues login milestones notifications org pulls repo user'.split(
    ' ',
  ),
);
const numbered: Record<string, 'issue' | 'pull'> = { issues: 'issue', pulls: 'pull' };

function parse(url: URL, parts: readonly string[]): CodePlace | undefined {
  const [owner = '', name = '', view = '', second = '', third = '', ...path] = parts;
  const repository = reserved.has(owner) ? undefined : repositoryOf(url, [owner, name]);
  if (!repository) return undefined;
  if (view === '') return { ...repository, kind: 'repository' };
  const kind = Object.hasOwn(numbered, view) ? numbered[view] : undefined;
  const number = parseNumber(second);
  if (kind !== undefined && number !== undefined) {
    return { ...repository, kind, number, comment: commentOf(url, /^issuecomment-\d+$/) };
  }
  if (view === 'commit' && second !== '') return { ...repository, kind: 'commit', commit: second };
  if (view === 'releases' && second === 'tag' && third !== '') {
    return { ...repository, kind: 'release', version: [third, ...path].join('/') };
  }
  const isSource = view === 'src' || view === 'raw' || view === 'blame';
  if (!isSource || !/^(?:branch|commit|tag)$/.test(second) || third === '') return undefined;
  const at = path.join('/');
  const lines = parseLines(url.hash);
  // A folder looks like a file here; a dot in the last part, or lines, show that it is a file.
  return at !== '' && (lines || /\.[^/]+$/.test(at) || /^[A-Z][\w-]*$/.test(path.at(-1) ?? ''))
    ? { ...repository, kind: 'file', ref: third, path: at, lines }
    : { ...repository, kind: 'folder', ref: third, path: at };
}

const fileUrl: CodeHost['fileUrl'] = ({ repositoryUrl, path, lines }, commit) =>
  `${repositoryUrl}/src/commit/${encodePath(commit)}/${encodePath(path)}${formatLines(lines)}`;

const forgejo: CodeHost = {
  id: 'forgejo',
  hosts: ['codeberg.org', 'gitea.com', 'code.forgejo.org', 'git.disroot.org', 'opendev.org'],
  parse,
  fileUrl,
};

/** An instance anywhere, recognised by `/src/branch/`, `/src/commit/` or `/src/tag/`. */
const forgejoElsewhere: CodeHost = {
  id: 'forgejo-elsewhere',
  hosts: [],
  parse(url, parts) {
    const isSource = parts[2] === 'src' && /^(?:branch|commit|tag)$/.test(parts[3] ?? '');
    return isSource && !url.hostname.startsWith('gitlab.') && !parts.includes('-')
      ? parse(url, parts)
      : undefined;
  },
  fileUrl,
};

export const code: readonly CodeHost[] = [forgejo, forgejoElsewhere];

export const site: readonly Site[] = [
  { id: 'forgejo', script: 'adapter-code', hosts: forgejo.hosts },
  // An instance anywhere, recognised by the addresses of its sources.
  {
    id: 'forgejo-elsewhere',
    script: 'adapter-code',
    hosts: [],
    path: /^\/[^/]+\/[^/]+\/src\/(?:branch|commit|tag)\//,
  },
];

export const profile: ProfileSite = {
  id: 'codeberg',
  hosts: ['codeberg.org'],
  path: /^\/([\w.-]{1,40})\/?$/,
  reserved: 'admin api assets explore issues milestones notifications pulls user'.split(' '),
  ignoresCase: true,
  url: (name) => `https://codeberg.org/${name}`,
};
