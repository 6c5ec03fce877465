import { isLeftOut } from './furniture.ts';
import { walk } from './walk.ts';

const blocks = new Set(
  'address article blockquote dd div dl dt figure h1 h2 h3 h4 h5 h6 li ol p pre section table tr ul'.split(
    ' ',
  ),
);
const silent = new Set(
  'button clipboard-copy script style svg template textarea noscript input select'.split(' '),
);
const lineClass = /(?:^|\s)(?:line|token-line|code-line|view-line|hljs-ln-line)(?:\s|$)/;

/**
 * The text of a code block as the reader sees it, line by line: `<br>` and block elements end
 * lines, gutters and buttons are left out, and one line end at the very end is dropped.
 */
export function codeText(block: Element): string {
  const parts: string[] = [];
  let endsInNewline = true;
  /** A block has ended: what follows begins a line. */
  let pending = false;
  let lastWasBreak = false;
  const write = (text: string): void => {
    parts.push(text);
    endsInNewline = text.endsWith('\n');
    lastWasBreak = false;
  };
  const linesAreBlocks = hasLinesWithoutNewlines(block);
  const isBlock = (element: Element): boolean =>
    blocks.has(element.localName) ||
    (linesAreBlocks && lineClass.test(element.getAttribute('class') ?? ''));
  const enter = (element: Element): boolean => {
    const name = element.localName;
    if (silent.has(name) || isLeftOut(element, true) || isNumberCell(element)) return false;
    if (name === 'br') {
      if (pending) write('\n');
      pending = false;
      write('\n');
      lastWasBreak = true;
    } else if (isBlock(element)) {
      if (pending || (!endsInNewline && parts.length > 0)) write('\n');
      pending = false;
      lastWasBreak = false;
    }
    return true;
  };

  walk(block, {
    enter: (element) => element === block || enter(element),
    leave(element) {
      if (element !== block && isBlock(element)) pending = !lastWasBreak;
    },
    text(data) {
      if (data === '') return;
      if (pending && !data.startsWith('\n')) write('\n');
      pending = false;
      write(data);
    },
  });
  const text = parts.join('').replace(/\r\n?/g, '\n');
  return text.endsWith('\n') ? text.slice(0, -1) : text;
}

/** GitHub and others write line numbers into a cell of their own, often by CSS. */
function isNumberCell(element: Element): boolean {
  if (element.localName !== 'td' && element.localName !== 'th') return false;
  if (element.hasAttribute('data-line-number')) return true;
  if (!element.nextElementSibling) return false;
  const text = element.textContent ?? '';
  return text.length < 1_000_000 && /^[\s\d]*$/.test(text);
}

/** Highlighters that set each line as a block by CSS and write no line ends. */
function hasLinesWithoutNewlines(block: Element): boolean {
  const line = block.querySelector('.line, .token-line, .code-line');
  const sibling = line?.nextElementSibling;
  return (
    !!sibling &&
    lineClass.test(sibling.getAttribute('class') ?? '') &&
    !(block.textContent ?? '').includes('\n') &&
    !block.querySelector('br')
  );
}
