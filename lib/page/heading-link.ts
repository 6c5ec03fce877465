import { briefText } from './outline/brief-text.ts';
import { isSelfLink } from './outline/furniture.ts';
import { closest, isElement, localName } from './safe-dom.ts';

const wordless = /^[^\p{L}\p{N}]*$/u;

/** A partly selected link of a heading to itself counts as no link. */
export function isHeadingItself(live: Node): boolean {
  if (!isElement(live) || localName(live) !== 'a') return false;
  const heading = closest(live, 'h1, h2, h3, h4, h5, h6');
  return heading !== null && isSelfLink(live, heading);
}

/**
 * If a link's words are cut down to punctuation (`>`, `.`), it would look like a permalink sign.
 */
export function isCutToPunctuation(live: Node, copy: Node): boolean {
  if (!isElement(live) || !isElement(copy) || localName(live) !== 'a') return false;
  if (!closest(live, 'h1, h2, h3, h4, h5, h6')) return false;
  const text = briefText(copy);
  return text !== null && wordless.test(text) && !wordless.test(briefText(live) ?? 'long');
}
