/**
 * Bundled into one script and run in a real page: reads a selection where styles decide what shows.
 */
import { readSelection } from '../../lib/page/capture-selection.ts';
import { renderGfm } from './render-gfm.ts';

/** Where a selection begins and ends, in characters of the page's texts. */
export interface Drag {
  start: number;
  end: number;
}

export interface Selected {
  drag: Drag;
  /** The letters that a reader sees of the selection; the fixture marks what nobody sees. */
  seen: string;
  text: string;
  rendered: string;
  markdown: string;
}

/** Texts that nobody sees. */
const unseen = '[data-unseen], style, title, a.headerlink';

const inputButton = 'input:is([type="submit"], [type="button"], [type="reset"])';
/** Elements whose words are no text of the page. */
const worded = `${inputButton}, input[readonly]:not([type="password"]), select, [role="img"][aria-label]`;

/** Returns the words that a reader sees of such an element. */
function wordsOf(element: Element): string {
  if (element instanceof HTMLInputElement) return element.value;
  if (element instanceof HTMLSelectElement) return element.selectedOptions[0]?.label ?? '';
  return element.closest('a') ? '' : (element.getAttribute('aria-label') ?? '');
}

/**
 * Returns the words that a style shows before a block, if the selection contains everything before
 * its first text.
 */
const wordsBefore = (element: Element): string =>
  element.getAttribute('data-before') ||
  (element.className === 'note' && 'Note') ||
  (element.className === 'warning' && 'Mind') ||
  (element.matches('.answers p:first-child') && 'Question') ||
  '';

/**
 * Returns the words that a style shows after an element, if the selection contains everything after
 * its last text.
 */
function wordsAfter(text: Text, end: Node): string {
  const element = text.parentElement?.closest('[data-after]');
  if (!element || element.contains(end)) return '';
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let last: Node | null = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) last = node;
  return last === text ? (element.getAttribute('data-after') ?? '') : '';
}

const withAncestors = (node: Node): Node[] => {
  const chain: Node[] = [];
  for (let at: Node | null = node; at; at = at.parentNode) chain.unshift(at);
  return chain;
};

/** Sorts items by the order that the fixture gives (`[data-shown]`); everything else stays. */
function byShownOrder(a: Node, b: Node): number {
  const [chainA, chainB] = [withAncestors(a), withAncestors(b)];
  const at = chainA.findIndex((node, index) => node !== chainB[index]);
  const [x, y] = [chainA[at], chainB[at]].map((node) =>
    node instanceof HTMLElement ? Number(node.dataset.shown ?? Number.NaN) : Number.NaN,
  ) as [number, number];
  return x - y || (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1);
}

/** Where a drag can begin and end. */
let texts: { node: Text; from: number }[] = [];
/** Everything with words that a reader sees. */
let seenNodes: (Text | Element)[] = [];

function read(): { text: string; markdown: string } {
  const outcome = readSelection(document);
  return outcome.outcome === 'selected' ? outcome.selection : { text: '', markdown: '' };
}

/** Returns the Markdown of the whole page. */
export function readAll(): string {
  getSelection()?.selectAllChildren(document.body);
  return read().markdown;
}

/** Returns the Markdown of the current selection. */
export function readSelected(): string {
  return read().markdown;
}

/** Returns the number of characters that a reader sees. */
export function characters(): number {
  texts = [];
  seenNodes = [];
  let total = 0;
  const walker = document.createTreeWalker(
    document.body,
    NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
  );
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node instanceof Element ? node : node.parentElement;
    if (element?.closest(unseen)) continue;
    if (node instanceof Element && (node.matches(worded) || wordsBefore(node) !== '')) {
      seenNodes.push(node);
    }
    if (!(node instanceof Text) || node.data.trim() === '' || element?.closest('select')) continue;
    seenNodes.push(node);
    texts.push({ node, from: total });
    total += node.data.length;
  }
  seenNodes.sort(byShownOrder);
  return total;
}

function placeOf(at: number, isEnd: boolean): { node: Text; offset: number } {
  const index = texts.findLastIndex(({ from }) => (isEnd ? from < at : from <= at));
  const { node, from } = texts[Math.max(index, 0)] as { node: Text; from: number };
  const halved = /[\ud800-\udbff]/.test(node.data[at - from - 1] ?? '');
  return { node, offset: at - from + (halved ? 1 : 0) };
}

/**
 * Returns only letters: the numbers of lists are no text, and the whole page tests what is between
 * words.
 */
const lettersOf = (text: string): string => text.replace(/[^\p{L}]+/gu, '');

export function selected(drags: readonly Drag[]): Selected[] {
  return drags.map((drag) => {
    const [from, to] = [placeOf(drag.start, false), placeOf(drag.end, true)];
    getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
    const range = getSelection()?.getRangeAt(0);
    const seen = seenNodes
      .filter((node) => range?.intersectsNode(node))
      .map((node) =>
        node instanceof Text
          ? node.data.slice(
              node === from.node ? from.offset : 0,
              node === to.node ? to.offset : undefined,
            ) + wordsAfter(node, to.node)
          : wordsBefore(node)
            ? node.contains(from.node)
              ? ''
              : wordsBefore(node)
            : wordsOf(node),
      )
      .join('');
    const { text, markdown } = read();
    const shown = document.createElement('div');
    shown.innerHTML = renderGfm(markdown);
    return {
      drag,
      seen: lettersOf(seen),
      text: lettersOf(text),
      rendered: lettersOf(shown.textContent),
      markdown,
    };
  });
}
