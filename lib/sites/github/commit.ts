import { isCommit } from '../../core/code/place.ts';
import type { SitePage } from '../../page/adapters/adapter.ts';
import { fileAtCommit } from '../../page/adapters/code/code-place.ts';
import { jsonIn, objectWith, stringAt } from '../../page/adapters/page-json.ts';
import { addressOf } from '../../page/adapters/page-text.ts';
import { queryAll } from '../../page/safe-dom.ts';

/** The page's own permalink (key `y`), which knows where a branch's name ends. */
const permalinks = 'a.js-permalink-shortcut, a[data-hotkey~="y"], a[data-hotkey^="y,"]';
/**
 * The beginnings of the page's state scripts; the code view was `react-app`, and is a partial in
 * places.
 */
const states =
  'script[data-target="react-app.embeddedData"], script[data-target="react-partial.embeddedData"]';

/** True if a state belongs to the file at the page's address, by branch name and path. */
function isState(page: SitePage, state: unknown): boolean {
  const ref = stringAt(state, 'refInfo', 'name');
  const shown = decodePath(page.url.pathname).split('/').slice(4).join('/');
  return ref !== '' && shown === `${ref}/${stringAt(state, 'path')}`;
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // The text is not percent-encoded after all.
    return path;
  }
}

/** Returns the commit at which GitHub's code view shows a file; undefined if the page hides it. */
export function githubCommit(page: SitePage): { commit: string; path?: string } | undefined {
  for (const link of queryAll(page.doc, permalinks)) {
    const found = fileAtCommit(page, addressOf(link));
    if (found) return found;
  }
  for (const script of queryAll(page.doc, states)) {
    const state = objectWith(jsonIn(script), 'refInfo');
    const commit = stringAt(state, 'refInfo', 'currentOid');
    if (isCommit(commit) && isState(page, state)) return { commit, path: stringAt(state, 'path') };
  }
  return undefined;
}
