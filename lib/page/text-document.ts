import { type TextBlock, textBlocks, textFacts } from '../core/text/text-document.ts';
import {
  contentType,
  createRange,
  documentBody,
  documentUrl,
  firstChild,
  isElement,
  isText,
  localName,
  nextSibling,
  textContent,
  textData,
} from './safe-dom.ts';
import type { Span } from './span.ts';

/** Types that browsers show unformatted, in one `pre`. */
const textType =
  /^(?:text\/(?!html\b|xml\b)|application\/(?:(?:x-)?javascript|ecmascript|typescript|x-sh|x-httpd-php|sql|toml|yaml)\b)/;

/**
 * Returns the element with the whole content of a document that is no HTML page: a text, code, a
 * patch, as the browser shows them; undefined for any other. Extensions may add elements after it.
 */
export function textDocumentRoot(doc: Document): Element | undefined {
  if (!textType.test(contentType(doc))) return undefined;
  const body = documentBody(doc);
  let first = body ? firstChild(body) : null;
  while (first && !isElement(first)) first = nextSibling(first);
  return first && isElement(first) && localName(first) === 'pre' ? first : undefined;
}

function setEnd(range: Range, { node, offset }: Span['start'], isStart: boolean): void {
  if (offset >= 0) isStart ? range.setStart(node, offset) : range.setEnd(node, offset);
  else if (isStart) range.setStartBefore(node);
  else range.setEndAfter(node);
}

/** Returns the content of a span of such a document, byte for byte. */
function wordsOf(doc: Document, { start, end }: Span): string {
  const range = createRange(doc);
  setEnd(range, start, true);
  setEnd(range, end, false);
  return range.toString();
}

/** Returns the words before a selection in its line, of which only the indentation matters. */
function lineBefore({ node, offset }: Span['start']): string {
  if (!isText(node) || offset < 0) return '';
  const before = textData(node).slice(0, offset);
  return before.slice(before.lastIndexOf('\n') + 1);
}

/**
 * Returns a selection of such a document as elements, instead of the one `pre`: the paragraphs,
 * lists and code that its reader sees.
 */
export function textDocumentFragment(
  root: Element,
  span: Span,
  inert: Document,
  doc: Document,
): DocumentFragment {
  const selected = wordsOf(doc, span);
  const whole = textContent(root) ?? '';
  const path = URL.parse(documentUrl(doc))?.pathname ?? '';
  const facts = textFacts(whole, decodedPath(path), contentType(doc));
  const before = lineBefore(span.start);
  const indent = /^\s*/.exec(before)?.[0] ?? '';
  // In code, a selection from the middle of a line has no indentation.
  const isWhole = before === indent;
  const text = isWhole || facts.language === undefined ? indent + selected : selected;
  const fragment = inert.createDocumentFragment();
  for (const block of textBlocks(text, facts)) fragment.append(elementOf(block, inert));
  return fragment;
}

function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A stray `%` is no encoding, so the path is shown unchanged.
    return path;
  }
}

function addLines(into: Element, lines: readonly string[], inert: Document): void {
  lines.forEach((line, at) => {
    if (at > 0) into.append(inert.createElement('br'));
    into.append(line);
  });
}

function elementOf(block: TextBlock, inert: Document): Element {
  switch (block.kind) {
    case 'code': {
      const pre = inert.createElement('pre');
      const code = pre.appendChild(inert.createElement('code'));
      if (block.language !== '') code.setAttribute('class', `language-${block.language}`);
      code.textContent = `${block.text}\n`;
      return pre;
    }
    case 'list': {
      const list = inert.createElement(block.ordered ? 'ol' : 'ul');
      if (block.ordered && block.start !== 1) list.setAttribute('start', String(block.start));
      for (const lines of block.items) {
        addLines(list.appendChild(inert.createElement('li')), lines, inert);
      }
      return list;
    }
    case 'paragraph': {
      const paragraph = inert.createElement('p');
      addLines(paragraph, block.lines, inert);
      return paragraph;
    }
  }
}
