import { isCommit } from '../../../core/code/place.ts';
import { parseCodeAddress } from '../../../core/code-address.ts';
import { queryAll } from '../../safe-dom.ts';
import type { SitePage } from '../adapter.ts';
import { jsonIn, objectWith, stringAt } from '../page-json.ts';
import { addressOf } from '../page-text.ts';

/** The page's own permalink (key `y`), which knows where a branch's name ends. */
const permalinks = 'a.js-permalink-shortcut, a[data-hotkey~="y"], a[data-hotkey^="y,"]';
/** What the page's scripts begin with; the code view was `react-app`, and is a partial in places. */
const states =
  'script[data-target="react-app.embeddedData"], script[data-target="react-partial.embeddedData"]';

/** The commit that a file of GitHub's code view is shown at; undefined where the page hides it. */
export function githubCommit({ doc }: SitePage): { commit: string; path?: string } | undefined {
  for (const link of queryAll(doc, permalinks)) {
    const place = parseCodeAddress(addressOf(link));
    if (place?.kind === 'file' && isCommit(place.ref)) {
      return { commit: place.ref, path: place.path };
    }
  }
  for (const script of queryAll(doc, states)) {
    const state = objectWith(jsonIn(script), 'refInfo');
    const commit = stringAt(state, 'refInfo', 'currentOid');
    const path = stringAt(state, 'path');
    if (isCommit(commit)) return path === '' ? { commit } : { commit, path };
  }
  return undefined;
}
