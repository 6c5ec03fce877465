import type { CodeHost, CodePlace } from '../../core/code/code-host.ts';
import {
  commentOf,
  encodePath,
  formatLines,
  parseLines,
  parseNumber,
  repositoryOf,
} from '../../core/code/place.ts';

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
  // A folder looks like a file here; a dot in the last part or lines tell a file.
  return at !== '' && (lines || /\.[^/]+$/.test(at) || /^[A-Z][\w-]*$/.test(path.at(-1) ?? ''))
    ? { ...repository, kind: 'file', ref: third, path: at, lines }
    : { ...repository, kind: 'folder', ref: third, path: at };
}

const host = {
  fileUrl: ({ repositoryUrl, path, lines }, commit) =>
    `${repositoryUrl}/src/commit/${encodePath(commit)}/${encodePath(path)}${formatLines(lines)}`,
} satisfies Pick<CodeHost, 'fileUrl'>;

export const forgejo: CodeHost = {
  id: 'forgejo',
  hosts: ['codeberg.org', 'gitea.com', 'code.forgejo.org', 'git.disroot.org', 'opendev.org'],
  parse,
  ...host,
};

/** An instance anywhere, told by `/src/branch/`, `/src/commit/` or `/src/tag/`. */
export const forgejoElsewhere: CodeHost = {
  id: 'forgejo-elsewhere',
  hosts: [],
  parse(url, parts) {
    const isSource = parts[2] === 'src' && /^(?:branch|commit|tag)$/.test(parts[3] ?? '');
    return isSource && !url.hostname.startsWith('gitlab.') && !parts.includes('-')
      ? parse(url, parts)
      : undefined;
  },
  ...host,
};
