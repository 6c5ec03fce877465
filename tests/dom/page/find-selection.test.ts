import { afterEach, expect, test } from 'vitest';
import { findSelection } from '../../../lib/page/find-selection.ts';
import type { Place } from '../../../lib/page/span.ts';
import { showPage } from './support.ts';

const selecting = Selection.prototype as Partial<Record<'getComposedRanges', unknown>>;
afterEach(() => {
  delete selecting.getComposedRanges;
});

/**
 * The browser's answer, which jsdom lacks:
 * https://w3c.github.io/selection-api/#dom-selection-getcomposedranges
 */
function select(start: Place, end: Place): void {
  const rescoped = ({ node, offset }: Place, known: ShadowRoot[], past: 0 | 1): Place => {
    const root = node.getRootNode();
    if (!(root instanceof ShadowRoot)) return { node, offset };
    const isKnown = known.some((each) => {
      for (let at: Node | null = each; at; at = at instanceof ShadowRoot ? at.host : at.parentNode)
        if (at === root) return true;
      return false;
    });
    if (isKnown) return { node, offset };
    const around = root.host.parentNode as Node;
    const at = Array.prototype.indexOf.call(around.childNodes, root.host);
    return rescoped({ node: around, offset: at + past }, known, past);
  };
  selecting.getComposedRanges = ({ shadowRoots }: { shadowRoots: ShadowRoot[] }) => {
    const [from, to] = [rescoped(start, shadowRoots, 0), rescoped(end, shadowRoots, 1)];
    return [
      {
        startContainer: from.node,
        startOffset: from.offset,
        endContainer: to.node,
        endOffset: to.offset,
        collapsed: from.node === to.node && from.offset === to.offset,
      },
    ];
  };
}

/** Shows words in a shadow tree inside a shadow tree, beside others. */
function showNested(): { light: Text; words: Text } {
  showPage('<p>low</p><x-outer></x-outer><x-outer></x-outer>');
  for (const outer of document.querySelectorAll('x-outer')) {
    const tree = outer.attachShadow({ mode: 'open' });
    tree.innerHTML = '<p>around</p><x-inner></x-inner>';
    const inner = tree.querySelector('x-inner') as Element;
    inner.attachShadow({ mode: 'open' }).innerHTML = '<p>low tide</p>';
  }
  const inner = document.querySelector('x-outer')?.shadowRoot?.querySelector('x-inner');
  return {
    light: document.querySelector('p')?.firstChild as Text,
    words: inner?.shadowRoot?.querySelector('p')?.firstChild as Text,
  };
}

test('a selection that begins in the page and ends two shadow trees deep', () => {
  const { light, words } = showNested();
  const [start, end] = [
    { node: light, offset: 1 },
    { node: words, offset: 3 },
  ];
  select(start, end);
  expect(findSelection(document)).toEqual({ kind: 'spans', spans: [{ start, end }] });
});

test('a selection in one shadow tree', () => {
  const { words } = showNested();
  const [start, end] = [
    { node: words, offset: 0 },
    { node: words, offset: 3 },
  ];
  select(start, end);
  expect(findSelection(document)).toEqual({ kind: 'spans', spans: [{ start, end }] });
});

test('no component is looked at that the selection does not end beside', () => {
  showPage('<p>low tide</p><x-tide></x-tide>');
  const words = document.querySelector('p')?.firstChild as Text;
  let looked = 0;
  Object.defineProperty(document.querySelector('x-tide'), 'openOrClosedShadowRoot', {
    get: () => {
      looked++;
      return null;
    },
  });
  document.getSelection()?.selectAllChildren(document.querySelector('p') as Element);
  select({ node: words, offset: 0 }, { node: words, offset: 8 });
  expect(findSelection(document)).toMatchObject({ kind: 'spans', whole: expect.anything() });
  expect(looked).toBe(0);
});
