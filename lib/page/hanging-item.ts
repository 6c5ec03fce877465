import type { Rendered } from './rendered.ts';
import { createTreeWalker, ownerDocument, textContent, textData } from './safe-dom.ts';

/** The mark at the start of a paragraph that looks like a list item. */
export interface HangingMark {
  /** Null for a dot or a letter. */
  number: number | null;
  isOrdered: boolean;
  /** The letter, with its point or brackets; '' for a number or a dot. */
  letter: string;
  /** The length of the mark in its texts, in characters. */
  texts: ReadonlyMap<Text, number>;
}

/** How many characters of a paragraph are examined for its mark. */
const maxMark = 60;

const number = /^\s*[([]?(\d{1,3})[.)\]][\s\u00a0]+(?=\S)/;
const dot = /^\s*[·•▪■□●○◦‣⁃❖➢✓–—\uf000-\uf0ff-][\s\u00a0]+(?=\S)/u;
/** Letters, and those that symbol fonts draw as dots, followed by the width of a tab. */
const letter =
  /^\s*(?:[([]?(?:[a-z]|[ivx]{1,5})[.)\]]|[o§vqüØnl](?=[\s\u00a0]))(?=[\s\u00a0]*\u00a0)[\s\u00a0]{2,}(?=\S)/u;

/**
 * Returns the mark of a paragraph that is written like a list item: its first line is outdented,
 * with a dot or a number. Word writes all lists this way.
 */
export function hangingMark({
  element,
  name,
  isBlock,
  hangs,
  hasLayout,
}: Rendered): HangingMark | undefined {
  if (!hangs || !isBlock || (name !== 'p' && name !== 'div') || !hasLayout) return undefined;
  const text = (textContent(element) ?? '').slice(0, maxMark);
  const numbered = number.exec(text);
  const found = numbered ?? dot.exec(text) ?? letter.exec(text);
  const doc = ownerDocument(element);
  if (!found || !doc) return undefined;
  const texts = new Map<Text, number>();
  const walker = createTreeWalker(doc, element, NodeFilter.SHOW_TEXT);
  let rest = found[0].length;
  while (rest > 0) {
    const node = walker.nextNode() as Text | null;
    if (!node) break;
    const taken = Math.min(textData(node).length, rest);
    texts.set(node, taken);
    rest -= taken;
  }
  return {
    number: numbered ? Number(numbered[1]) : null,
    isOrdered: numbered !== null,
    letter: /^[([]?[a-z]{1,5}[.)\]]/.exec(found[0].trim())?.[0] ?? '',
    texts,
  };
}
