import { codeParts, fieldText, isControl, isEditorGutter, isPrompt } from './code-parts.ts';
import { signsOf } from './diff-line.ts';
import { isLeftOut } from './furniture.ts';
import { labelledLanguage } from './language-names.ts';
import { walk } from './walk.ts';

const blocks = new Set(
  'address article blockquote dd div dl dt figure h1 h2 h3 h4 h5 h6 li ol p pre section table tr ul'.split(
    ' ',
  ),
);
const silent = new Set('clipboard-copy script style svg template noscript select'.split(' '));
const titleCell = 'th.filename, caption';
const tableParts = new Set(['table', 'tbody', 'thead', 'tfoot', 'tr']);
const lineClass = /(?:^|\s)(?:line|token-line|code-line|view-line|hljs-ln-line)(?:\s|$)/;

/**
 * Returns the text of a code block as the reader sees it, line by line: `<br>` and block elements
 * end lines, gutters and buttons are left out, and one line end at the very end is dropped. The
 * lines of a diff have their signs; lines on both sides of it are written once.
 */
export function codeText(whole: Element): string {
  const block = codeParts(whole).lines;
  const parts: string[] = [];
  let endsInNewline = true;
  /** A block has ended, so what follows begins a line. */
  let pending = false;
  /** Whether anything was written, or a button left out, since the last block began. */
  let hasText = false;
  let hasButton = false;
  const linesAreBlocks = hasLinesWithoutNewlines(block);
  const signs = signsOf(block);
  let line: Element | null = null;
  let sign = '';
  const isBlock = (element: Element): boolean =>
    element === line ||
    (line === null && blocks.has(element.localName)) ||
    (linesAreBlocks && lineClass.test(element.getAttribute('class') ?? ''));
  const newline = (): void => {
    parts.push('\n');
    endsInNewline = true;
    pending = false;
  };
  const write = (text: string): void => {
    if (pending && !text.startsWith('\n')) newline();
    pending = false;
    parts.push(sign + text);
    sign = '';
    endsInNewline = text.endsWith('\n');
    hasText = true;
  };

  walk(block, {
    enter(element) {
      if (element === block) return true;
      const name = element.localName;
      if (name === 'input' || name === 'textarea') {
        write(fieldText(element));
        return false;
      }
      if (
        silent.has(name) ||
        (name === 'button' && isControl(element)) ||
        ((name === 'th' || name === 'caption') && element.matches(titleCell))
      ) {
        hasButton = true;
        return false;
      }
      if (isLeftOut(element, true) || isNumberCell(element) || isEditorGutter(element)) {
        return false;
      }
      if (signs.has(element)) {
        if (signs.get(element) === null) return false;
        line = element;
      }
      if (name === 'br') {
        if (pending) newline();
        write('\n');
      } else if (isBlock(element)) {
        if (pending || (!endsInNewline && parts.length > 0)) newline();
        hasText = false;
        hasButton = false;
      }
      if (element === line) sign = signs.get(element) ?? '';
      return true;
    },
    leave(element) {
      if (element === block || !isBlock(element)) return;
      // An empty block is an empty line, unless it contained a button; a line end at a block's end
      // does not count.
      if (sign !== '') write('');
      if (hasText ? !endsInNewline : !hasButton) pending = true;
      if (element === line) line = null;
    },
    text(data, node) {
      if (data === '' || (signs.size > 0 && line === null && data.trim() === '')) return;
      if (tableParts.has((node.parentNode as Element).localName) && data.trim() === '') return;
      write(data);
    },
  });
  // Editors write non-breaking spaces, and an invisible character for an empty line.
  const text = parts
    .join('')
    .replace(/\r\n?/g, '\n')
    .replaceAll('\u00a0', ' ')
    .replace(/[\u200b\ufeff]/g, '');
  return text.endsWith('\n') ? text.slice(0, -1) : text;
}

/**
 * True if the block contains only line numbers, of which `text` is what remains, or a notebook's
 * prompt.
 */
export function isGutter(block: Element, text: string): boolean {
  if (isPrompt(text)) return true;
  return text === '' && (block.parentElement?.localName === 'td' || /\S/.test(block.textContent));
}

/**
 * Returns the name of a file above the lines: MkDocs writes it as the table's header, others into a
 * bar.
 */
export function codeTitle(block: Element, language: string): string {
  const title = block.querySelector(titleCell)?.textContent;
  if (title) return title;
  const { label } = codeParts(block);
  const isLanguage = labelledLanguage(label) !== undefined || letters(label) === letters(language);
  return isLanguage ? '' : label;
}

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}+#]/gu, '');

/** GitHub and others write line numbers into a separate cell, often by CSS. */
function isNumberCell(element: Element): boolean {
  if (element.localName !== 'td' && element.localName !== 'th') return false;
  if (element.hasAttribute('data-line-number')) return true;
  if (!element.nextElementSibling) return false;
  const text = element.textContent ?? '';
  return text.length < 1_000_000 && /^[\s\d]*$/.test(text);
}

/** Highlighters may show each line as a block by CSS and write no line ends. */
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
