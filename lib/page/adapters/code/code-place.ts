import { pageAddress } from '../../../core/address/url.ts';
import type { LineRange } from '../../../core/code/code-host.ts';
import { isCommit } from '../../../core/code/place.ts';
import type { Place } from '../../../core/source/source.ts';
import {
  type CodeAddress,
  codeLabel,
  linesFragment,
  parseCodeAddress,
  permalinkUrl,
} from '../../../sites/code-address.ts';
import { closest } from '../../safe-dom.ts';
import type { SelectedElements, SitePage } from '../adapter.ts';
import { type CommentForm, commentAt, firstComment } from './comment.ts';
import { selectedLines } from './lines.ts';

/**
 * Returns what the page's address means; a branch's topmost folder is the repository's front page.
 */
export function codeAddressOf({ url }: SitePage): CodeAddress | undefined {
  const code = parseCodeAddress(url.href);
  if (code?.kind !== 'folder' || code.path !== '') return code;
  const { host, repository, repositoryUrl } = code;
  return { host, repository, repositoryUrl, kind: 'repository' };
}

/** What the page says in addition to its address. */
export interface CodePage {
  comments: CommentForm;
  /**
   * Returns the commit at which a file is shown, with the file's path, which a slash in the
   * branch's name hides.
   */
  commit?(page: SitePage): { commit: string; path?: string } | undefined;
}

/**
 * Returns what a permalink on the page says about the file at its address. Undefined if it belongs
 * to another file: pages that navigate without loading leave the previous one's links behind.
 */
export function fileAtCommit(
  page: SitePage,
  permalink: string,
): { commit: string; path: string } | undefined {
  const here = codeAddressOf(page);
  const there = parseCodeAddress(permalink);
  if (here?.kind !== 'file' || there?.kind !== 'file' || !isCommit(there.ref)) return undefined;
  const isSame =
    there.repository.toLowerCase() === here.repository.toLowerCase() &&
    // A branch with a slash has its end in the path.
    `/${here.path}`.endsWith(`/${there.path}`);
  return isSame ? { commit: there.ref, path: there.path } : undefined;
}

/** Removes what follows the number: tabs and views of the same page. */
export function numberedUrl(url: URL): string {
  const path =
    /^.*?\/(?:issues|pulls?|discussions|merge_requests|work_items|pull-requests|~[^/]+\/[^/]+)\/\d+/;
  return `${url.origin}${path.exec(url.pathname)?.[0] ?? url.pathname}`;
}

/**
 * Returns a file's short name, with its path as the page knows it, because a slash in the branch's
 * name hides where the path begins.
 */
export function fileLabel(
  page: SitePage,
  code: Extract<CodeAddress, { kind: 'file' }>,
  { commit }: Pick<CodePage, 'commit'>,
): string {
  return codeLabel({ ...code, path: commit?.(page)?.path ?? code.path, lines: null });
}

function filePlace(
  page: SitePage,
  code: Extract<CodeAddress, { kind: 'file' }>,
  selected: SelectedElements | undefined,
  { commit }: CodePage,
): Place | undefined {
  // Words of a file that is shown formatted (a README) have no lines.
  const lines: LineRange | null | undefined = selected ? selectedLines(selected) : code.lines;
  if (!lines) return undefined;
  const at = commit?.(page);
  const file = { ...code, path: at?.path ?? code.path, lines };
  const own = `${pageAddress(page.url.href)}${linesFragment(file)}`;
  const url = permalinkUrl(file, at?.commit ?? code.ref) ?? own;
  return { kind: 'code', url, author: '', published: '', number: null, label: codeLabel(file) };
}

/**
 * Returns the lines, comment, issue, release or commit that is selected or that the address names.
 */
export function codePlace(
  page: SitePage,
  selected: SelectedElements | undefined,
  form: CodePage,
): Place | undefined {
  const code = codeAddressOf(page);
  if (!code) return undefined;
  const { author: opener, published: opened } = page.info;
  const plain = { author: '', published: '', number: null, label: codeLabel(code) };
  switch (code.kind) {
    case 'repository':
    case 'folder':
      return undefined;
    case 'file':
      return filePlace(page, code, selected, form);
    case 'commit':
      return { ...plain, kind: 'commit', url: pageAddress(page.url.href) };
    case 'release': {
      const url = pageAddress(page.url.href);
      return { ...plain, kind: 'release', url, author: opener, published: opened };
    }
    default: {
      const { number, kind } = code;
      const comment = commentAt(page.doc, selected?.first, code.comment, form.comments);
      const url = numberedUrl(page.url);
      if (comment && !comment.isFirst) {
        const { author, published, fragment } = comment;
        return {
          kind: 'comment',
          url: `${url}#${fragment}`,
          author,
          published,
          number,
          label: plain.label,
        };
      }
      const { opening } = form.comments;
      const isOpening = comment || !selected || (opening && closest(selected.first, opening));
      // A selection outside all comments belongs to none.
      if (!isOpening) return { ...plain, kind, url, number };
      const first = comment ?? firstComment(page.doc, form.comments);
      const author = first?.author || opener;
      return { ...plain, kind, url, number, author, published: first?.published || opened };
    }
  }
}
