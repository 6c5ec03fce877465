/**
 * Bundled into one script and run in a real page: compares a selection's words with what the reader
 * saw.
 */
import { readSelection } from '../../lib/page/capture-selection.ts';
import { formulaOf } from '../../lib/page/outline/maths.ts';
import { fragmentOf } from './html-tree.ts';
import { renderGfm } from './render-gfm.ts';

/** Where a selection begins and ends, in characters of the page's visible text. */
export interface Drag {
  start: number;
  end: number;
  /**
   * `blocks`: extended to whole texts, ending at the start of the next block, like a triple click.
   */
  by: 'characters' | 'blocks';
}

export interface Selected {
  drag: Drag;
  /** What the browser says is selected, with the page's furniture hidden. */
  seen: string;
  text: string;
  markdown: string;
  rendered: string;
  /**
   * How many characters are in links, bold words and so on, by kind: on the page, in the result.
   */
  marked: Record<string, { seen: string; rendered: string }>;
  /** First number and number of items of each numbered list: on the page, in the result. */
  lists: { seen: string; rendered: string };
}

/** What real pages hide, or make unselectable, with style sheets that the fixtures lack. */
const furniture = [
  'a.headerlink, a.header-anchor, a.anchor, a.hash-link, .sl-anchor-link, .mw-editsection, .noprint:not(.Inline-Template)',
  '.diff-line-number, .diff-text-marker',
  '.linenos, .listing_lines, .lnt, .ln, .blob-num, .react-line-numbers, .line-numbers-wrapper, .codeLineNumber_Tfdd',
  '.nbinput .prompt, .nboutput .prompt, .CodeMirror-gutter-wrapper, .syntaxhighlighter .gutter',
  '.source-toolbox, a.tooltip, .sr-only, .visually-hidden, .hideme, .ltx_tag_item, .test-arrow, .language-name, span.lang',
  '.not-for-readers, button, clipboard-copy, svg, [hidden]',
  // Chromium counts it as selected, although nobody sees it.
  'details:not([open]) > :not(summary)',
].join(',');

const barredSide = '[data-split-side="left"]';
const barred = `${barredSide}, [style*="user-select:none"], [style*="user-select: none"]`;

const formulas =
  '.MathJax_Display, .MathJax_CHTML, math, .katex, .MathJax, mjx-container, .mwe-math-element';

/** Pictures that replace a character, given by their address or their alternative text. */
const emoji =
  'img.emoji, g-emoji img, img.wp-smiley, img[data-stringify-type], img[src*="/emoji/"]';

let texts: { node: Text; from: number }[] = [];
let total = 0;

/** Shows the page; returns the number of characters in its texts. */
export function show(html: string): number {
  const base = document.createElement('base');
  const style = document.createElement('style');
  // This imitates labels of tabs, and style sheets that hide text for screen readers.
  style.textContent =
    'label { display: block } .sr-only, .visually-hidden, .hideme { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }';
  document.head.replaceChildren(base, style);
  document.body.replaceChildren(document.importNode(fragmentOf(html), true));
  base.href = document.querySelector('link[rel=canonical]')?.getAttribute('href') ?? '';
  for (const link of document.querySelectorAll('a[href^="#"]')) {
    if (/^[¶§#\u200b]$/.test(link.textContent.trim())) link.classList.add('not-for-readers');
  }
  // GitHub lets readers select one side of a two-column diff.
  for (const side of document.querySelectorAll<HTMLElement>(barredSide)) {
    side.style.userSelect = 'none';
  }
  texts = [];
  total = 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const parent = node.parentElement as Element;
    const range = document.createRange();
    range.selectNodeContents(node);
    const isShown =
      range.getClientRects().length > 0 &&
      parent.checkVisibility() &&
      getComputedStyle(parent).userSelect !== 'none' &&
      !parent.closest(`${furniture},${formulas},${barred}`);
    if (!isShown) continue;
    texts.push({ node, from: total });
    total += node.data.length;
  }
  return total;
}

/** Returns the place at a character; an end is after the character before it, like a drag's. */
function placeOf(at: number, isEnd: boolean): { node: Text; offset: number } {
  const index = texts.findLastIndex(({ from }) => (isEnd ? from < at : from <= at));
  const { node, from } = texts[Math.max(index, 0)] as { node: Text; from: number };
  const halved = /[\ud800-\udbff]/.test(node.data[at - from - 1] ?? '');
  return { node, offset: at - from + (halved ? 1 : 0) };
}

function select({ start, end, by }: Drag): void {
  const [from, to] = [placeOf(start, false), placeOf(end, true)];
  const selection = getSelection();
  if (by === 'characters') {
    selection?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
    return;
  }
  const after = texts[texts.findIndex(({ node }) => node === to.node) + 1]?.node;
  const block = after?.parentElement?.closest('p, li, td, th, h1, h2, h3, h4, dt, dd, pre');
  const isNext = block && !block.contains(to.node);
  const [last, offset] = isNext ? [block, 0] : [to.node, to.node.data.length];
  selection?.setBaseAndExtent(from.node, 0, last, offset);
}

/** Yields the selected characters of the visible texts, text by text. */
function* selectedTexts(): Generator<{ node: Text; data: string }> {
  const range = getSelection()?.getRangeAt(0);
  if (!range) return;
  for (const { node } of texts) {
    if (!range.intersectsNode(node)) continue;
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : node.data.length;
    const data = node.data.slice(from, to);
    if (data.trim() !== '') yield { node, data };
  }
}

const codeBlocks =
  'pre, .blob-code, .blob-code-inner, .react-code-lines, .diff-text, .cm-content, .view-lines, .syntaxhighlighter';
/** A cell of a table has no blocks, so its code is a span for each line. */
const inCell = 'td:not(.code, .blob-code, .lntd, .linenodiv) pre';
/** The browser does not select the signs that style sheets put before a diff's lines. */
const withoutSigns = (text: string): string => text.replace(/^[+-]/gm, '');
const kinds = {
  // A heading that is a link to itself is a heading.
  link: 'a[href]:not(:is(h1, h2, h3) > a[href^="#"])',
  strong: 'strong, b',
  em: 'em, i',
  // Keys are code if HTML is left out.
  code: 'code, tt, kbd',
  'code block': codeBlocks,
};
const letters = (text: string): string => text.replace(/\s+/g, '');

/**
 * @param cells the code in each cell of the result, because rows without a header may be no table
 * there
 */
function markedOnPage(selector: string, cells: readonly string[]): string {
  const all = [...selectedTexts()];
  // A summary is written as bold words, but a part of a summary is just words.
  const isInSummary = all.every(({ node }) => node.parentElement?.closest('summary'));
  const marks = selector === kinds.strong && !isInSummary ? `${selector}, summary` : selector;
  const isMarked = ({ node, data }: { node: Text; data: string }) => {
    const parent = node.parentElement;
    const isInCell = parent?.closest(inCell) && cells.some((cell) => cell.includes(letters(data)));
    if (marks === codeBlocks) return parent?.closest(marks) && !isInCell;
    if (marks === kinds.code && isInCell) return true;
    return parent?.closest(marks) && !parent.closest(codeBlocks);
  };
  return letters(
    all
      .filter(isMarked)
      .map(({ data }) => data)
      .join(''),
  );
}

function markedIn(root: Element, selector: string): string {
  return letters(
    [...root.querySelectorAll(selector)]
      .filter((element) => selector === codeBlocks || !element.closest('pre'))
      .filter((element) => !element.parentElement?.closest(selector))
      .map((element) => element.textContent)
      .join(''),
  );
}

/** A list from which only a part of one item is selected is no list. */
function listsOnPage(): string {
  const touched = new Map<Element, Set<Element>>();
  const all = [...selectedTexts()];
  for (const { node } of all) {
    for (
      let item = node.parentElement?.closest('ol > li');
      item;
      item = item.parentElement?.closest('ol > li')
    ) {
      const list = item.parentElement as Element;
      touched.set(list, (touched.get(list) ?? new Set()).add(item));
    }
  }
  const lists = [...touched].filter(
    ([, items]) => items.size > 1 || !all.every(({ node }) => [...items][0]?.contains(node)),
  );
  return lists
    .map(([list, items]) => {
      const index = [...list.children].indexOf([...items][0] as Element);
      return `${Number(list.getAttribute('start') ?? 1) + index}+${items.size}`;
    })
    .join(' ');
}

function listsIn(root: Element): string {
  return [...root.querySelectorAll('ol')]
    .map((list) => `${list.start}+${list.children.length}`)
    .join(' ');
}

/** Selects like a reader, and reads the selection. */
export function selected(drags: readonly Drag[]): Selected[] {
  const results = drags.map((drag) => {
    select(drag);
    const read = readSelection(document);
    const { text, markdown } =
      read.outcome === 'selected' ? read.selection : { text: '', markdown: '' };
    const onPage = listsOnPage();
    const shown = document.body.appendChild(document.createElement('div'));
    shown.append(fragmentOf(renderGfm(markdown)));
    for (const code of shown.querySelectorAll('.language-diff')) {
      code.textContent = withoutSigns(code.textContent);
    }
    const cells = [...shown.querySelectorAll('td, th')].map((cell) => markedIn(cell, kinds.code));
    const marked = Object.entries(kinds).map(([kind, selector]) => [
      kind,
      { seen: markedOnPage(selector, cells), rendered: markedIn(shown, selector) },
    ]);
    withoutAlt(shown);
    getSelection()?.selectAllChildren(shown);
    const result: Selected = {
      drag,
      seen: '',
      text: markdown.includes('```diff') ? withoutSigns(text) : text,
      markdown,
      rendered: String(getSelection()),
      lists: { seen: onPage, rendered: listsIn(shown) },
      marked: Object.fromEntries(marked),
    };
    shown.remove();
    return result;
  });
  asTheReaderSees();
  for (const result of results) {
    select(result.drag);
    result.seen = String(getSelection());
  }
  return results;
}

/** Firefox counts a picture's alternative text as selected words, Chromium does not. */
function withoutAlt(root: Element): void {
  for (const image of root.querySelectorAll('img')) image.alt = '';
}

function asTheReaderSees(): void {
  document.head.appendChild(document.createElement('style')).textContent =
    // Firefox copies unselectable text.
    `${furniture}, ${barred} { display: none !important }`;
  for (const image of document.querySelectorAll<HTMLImageElement>(emoji)) {
    const code = /\/([\da-f]{4,5})(?:@2x)?\.\w+$/.exec(image.src)?.[1];
    image.replaceWith(code ? String.fromCodePoint(Number.parseInt(code, 16)) : image.alt);
  }
  withoutAlt(document.body);
  for (const formula of document.querySelectorAll(formulas)) {
    const next = formula.nextElementSibling;
    const source = formulaOf(next?.matches('script[type^="math/"]') ? next : formula);
    if (!formula.isConnected || !source) continue;
    const fence = source.isDisplay ? '$$' : '$';
    // The fixtures' own expectations give its TeX.
    formula.replaceWith(fence + source.tex + fence);
  }
}
