import { encodeSegment } from '../address/web-url.ts';
import type { CodePlace, LineRange } from './code-host.ts';

const lastLine = 10_000_000;

/**
 * Parses the lines in a fragment: `#L10`, `#L10-L20`, `#L10C3-L20C5`, `#L10-20`, `#lines-10:20`.
 */
export function parseLines(hash: string): LineRange | null {
  const match = /^#(?:L|lines-)(\d{1,8})(?:C\d+)?(?:[-:]L?(\d{1,8})(?:C\d+)?)?$/.exec(hash);
  if (!match) return null;
  const first = Number(match[1]);
  const last = Number(match[2] ?? match[1]);
  const [startLine, endLine] = first <= last ? [first, last] : [last, first];
  return startLine >= 1 && endLine <= lastLine ? { startLine, endLine } : null;
}

/** Returns `#L10-L20`, the second part with `between` before it; '' without lines. */
export function formatLines(lines: LineRange | null, start = '#L', between = '-L'): string {
  if (!lines) return '';
  const { startLine, endLine } = lines;
  return `${start}${startLine}${endLine > startLine ? `${between}${endLine}` : ''}`;
}

export function encodePath(path: string): string {
  return path.split('/').map(encodeSegment).join('/');
}

/** True if this is a commit's full id (SHA-1 or SHA-256), which makes an address permanent. */
export function isCommit(ref: string): boolean {
  return /^(?:[\da-f]{40}|[\da-f]{64})$/.test(ref);
}

/** Shortens a commit's id as hosts do. */
export function shortCommit(commit: string): string {
  return isCommit(commit) ? commit.slice(0, 7) : commit;
}

/**
 * True for a name that a host may give an owner or a repository; excludes `..` and characters that
 * end a path.
 */
export function isName(text: string | undefined): text is string {
  return text !== undefined && /^[\p{L}\p{N}_~.-]{1,255}$/u.test(text) && !/^\.+$/.test(text);
}

/** Returns a repository's owner and name, with its address; a final `.git` is dropped. */
export function repositoryOf(
  url: URL,
  names: readonly string[],
): Pick<CodePlace, 'repository' | 'repositoryUrl'> | undefined {
  const path = names.map((name, at) =>
    at === names.length - 1 ? name.replace(/\.git$/, '') : name,
  );
  if (path.length < 2 || !path.every(isName)) return undefined;
  const repository = path.join('/');
  return { repository, repositoryUrl: `https://${url.host}/${encodePath(repository)}` };
}

/** Parses an issue's number from a path; undefined for anything else. */
export function parseNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,9}$/.test(text) ? Number(text) : undefined;
}

/** Returns the fragment of a comment, without `#`, if it matches `pattern`; else ''. */
export function commentOf(url: URL, pattern: RegExp): string {
  const fragment = url.hash.slice(1);
  return pattern.test(fragment) ? fragment : '';
}
