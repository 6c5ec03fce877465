import { briefText } from './outline/brief-text.ts';
import {
  documentView,
  firstChild,
  isElement,
  isText,
  localName,
  nextSibling,
  ownerDocument,
  textData,
} from './safe-dom.ts';

/**
 * The number or dot of an item that its page writes as text, in a separate element (as LaTeXML
 * does).
 */
export interface WrittenMark {
  element: Element;
  /** Null for a dot. */
  number: number | null;
}

const holders = /^(?:span|div|b|strong)$/;
const number = /^\s*[([]?(\d{1,3})[.)\]]\s*$/;
const dot = /^\s*[·•▪■□●○◦‣⁃–]\s*$/u;

/** Returns such a mark if the item's style gives it none; undefined for any other item. */
export function writtenMark(item: Element): WrittenMark | undefined {
  let first = firstChild(item);
  while (isText(first) && !/\S/.test(textData(first))) first = nextSibling(first);
  if (!isElement(first) || !holders.test(localName(first)) || !nextSibling(first)) return undefined;
  const text = briefText(first) ?? '';
  const written = number.exec(text);
  if (!written && !dot.test(text)) return undefined;
  const doc = ownerDocument(item);
  const style = doc && documentView(doc)?.getComputedStyle(item);
  if (style?.listStyleType !== 'none') return undefined;
  return { element: first, number: written ? Number(written[1]) : null };
}
