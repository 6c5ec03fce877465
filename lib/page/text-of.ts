import type { Deadline } from './deadline.ts';
import { formulaOf } from './outline/maths.ts';
import { emojiText } from './outline/picture.ts';

/** Elements that begin and end a line; the words of two of them never run together. */
const blocks = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
/** Blocks with an empty line around them, as a browser copies them. */
const paragraphs = new Set('p h1 h2 h3 h4 h5 h6 blockquote pre ul ol dl table figure'.split(' '));
const silent = new Set(['script', 'style', 'template', 'annotation', 'annotation-xml']);

/**
 * The words of a copied fragment as a reader sees them: white space collapsed as a browser does,
 * a line for each block, tabs between cells, code as it stands, an emoji's name for its picture,
 * a formula's TeX as the Markdown has it. Linear, and no deeper stack than
 * the walker's.
 * @throws TooLargeError where it takes too long
 */
export function textOf(fragment: Node, deadline?: Deadline): string {
  const out: string[] = [];
  let breaks = 0;
  let space = false;
  let empty = true;

  const write = (text: string): void => {
    if (text === '') return;
    if (!empty && breaks > 0) out.push('\n'.repeat(breaks));
    else if (!empty && space) out.push(' ');
    out.push(text);
    breaks = 0;
    space = false;
    empty = false;
  };
  const breakLine = (count: number): void => {
    breaks = Math.max(breaks, count);
    space = false;
  };
  const writeText = (data: string): void => {
    const words = data.replace(/[ \t\n\r\f]+/g, ' ');
    if (words.startsWith(' ')) space = true;
    write(words.trim() === '' ? words.replace(/^ +| +$/g, '') : words.replace(/^ | $/g, ''));
    if (words.endsWith(' ') && words.length > 1) space = true;
  };

  let preDepth = 0;
  const enter = (element: Element): boolean => {
    const name = element.localName;
    if (silent.has(name)) return false;
    if (name === 'br') {
      breaks = Math.min(breaks + 1, 2);
      space = false;
    }
    if (name === 'img') writeText(emojiText(element) ?? '');
    const formula = name === 'math' ? formulaOf(element) : null;
    if (formula) {
      const fence = formula.isDisplay ? '$$' : '$';
      writeText(`${fence}${formula.tex}${fence}`);
      return false;
    }
    if (element.classList.contains('katex-mathml') && element.nextElementSibling) return false;
    if (name === 'pre') preDepth++;
    if (name === 'td' || name === 'th') {
      if (element.previousElementSibling && !empty && breaks === 0) {
        out.push('\t');
        space = false;
      }
    } else if (blocks.has(name)) breakLine(paragraphs.has(name) ? 2 : 1);
    return true;
  };
  const leave = (element: Element): void => {
    const name = element.localName;
    if (name === 'pre') {
      preDepth--;
      // The line end that closes the last line of code is no empty line.
      const last = out.length - 1;
      if (out[last]?.endsWith('\n')) out[last] = out[last].replace(/\n$/, '');
    }
    if (blocks.has(name)) breakLine(paragraphs.has(name) ? 2 : 1);
  };

  let node: Node | null = fragment.firstChild;
  while (node) {
    deadline?.check();
    let inside = false;
    if (node.nodeType === 1) inside = enter(node as Element);
    else if (node.nodeType === 3) {
      const data = (node as Text).data;
      if (preDepth > 0) write(data);
      else writeText(data);
    }
    if (inside && node.firstChild) {
      node = node.firstChild;
      continue;
    }
    if (inside) leave(node as Element);
    while (node && node !== fragment && !node.nextSibling) {
      node = node.parentNode;
      if (node && node !== fragment && node.nodeType === 1) leave(node as Element);
    }
    node = node && node !== fragment ? node.nextSibling : null;
  }
  return out.join('').replace(/^\n+|\s+$/g, '');
}
