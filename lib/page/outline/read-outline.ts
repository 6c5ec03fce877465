import { linkTarget } from '../../core/address/link-target.ts';
import type { Deadline } from '../deadline.ts';
import { absoluteAddress } from './address.ts';
import { codeText } from './code-text.ts';
import { type Treatment, treatmentOf } from './elements.ts';
import { hasWords, isLeftOut, isPermalink, isSelfLink } from './furniture.ts';
import { type Mark, type MarkKind, note } from './inline-run.ts';
import { isListing } from './listing.ts';
import { formulaOf, isDrawnFormula, isFormulaWrapper } from './maths.ts';
import { OutlineBuilder } from './outline-builder.ts';
import {
  BlockQuote,
  BulletList,
  CodeBlock,
  Definition,
  type Main,
  NumberedList,
  type OpenBlock,
  type OutlineList,
  type OutlineNode,
  Table,
  type TableSection,
  ThematicBreak,
} from './outline-node.ts';
import {
  emojiText,
  isDecoration,
  isPreviewOfAnother,
  isTrackingPixel,
  pictureAddress,
} from './picture.ts';
import { readCode } from './read-code.ts';
import {
  cellAlignment,
  fillGrid,
  isHeaderCell,
  losesForm,
  orderRows,
  tableKind,
} from './read-table.ts';
import { type Visitor, walk } from './walk.ts';

/**
 * How a formula is written: its original TeX between dollars or as inline code, or the text that
 * the page shows.
 */
export type Maths = 'dollars' | 'code' | 'text';

export interface ReadOptions {
  baseUrl?: string | undefined;
  maths: Maths;
  /** The piece is a result of `sanitise`: nothing in it is left out, and no classes describe it. */
  isClean?: boolean | undefined;
  deadline?: Deadline | undefined;
}

/** What is undone when the reader leaves an element. */
interface Frame {
  element: Element;
  treatment: Treatment | undefined;
  container: OpenBlock;
  list?: OutlineList | null;
  mark: boolean;
}

/**
 * Reads a piece of a page into an outline. The page's tree is walked once, without recursion, and
 * never changed; time and memory are proportional to its size.
 */
export function readOutline(root: Node, options: ReadOptions): Main {
  return new Reader(options).read(root);
}

class Reader implements Visitor {
  private readonly out = new OutlineBuilder();
  private readonly frames: Frame[] = [];
  private readonly options: ReadOptions;
  /** Inside inline code that contains links. */
  private codeDepth = 0;
  private linkDepth = 0;
  /** In a summary, which is mostly bold as a whole. */
  private isInSummary = false;

  constructor(options: ReadOptions) {
    this.options = options;
  }

  read(root: Node): Main {
    walk(root, this, this.options.deadline);
    return this.out.finish();
  }

  text(data: string, node?: Text): void {
    if (this.codeDepth > 0) this.code(data, node);
    else this.out.run.addText(data, this.out.marks);
  }

  private code(data: string, node?: Text): void {
    const text = inlineCode(data, !node?.previousSibling, !node?.nextSibling);
    if (text !== '') this.out.run.addCode(text, this.out.marks);
  }

  enter(element: Element): boolean {
    const { isClean } = this.options;
    if (!isClean && isLeftOut(element)) return false;
    const name = element.localName;
    let treatment = treatmentOf(name);
    const classes = isClean ? null : element.getAttribute('class');
    if (classes !== null) {
      if (isFormulaWrapper(classes) && this.formula(element)) return false;
      const isDrawn = treatment !== 'maths' && isDrawnFormula(classes);
      if (isDrawn && this.options.maths !== 'text') return false;
      if (isListing(classes)) treatment = 'code-block';
    }
    if (treatment === undefined) return true;
    const { out } = this;
    const frame: Frame = { element, treatment, container: out.container, mark: false };
    switch (treatment) {
      case 'drop':
        return false;
      case 'script':
      case 'maths':
        return !this.formula(element) && treatment === 'maths';
      case 'block':
      case 'row-group':
        this.breakAtBlock();
        break;
      case 'paragraph':
        this.breakAtBlock();
        out.inParagraph = true;
        break;
      case 'heading':
        out.startHeading(element);
        break;
      case 'summary':
        out.endParagraph();
        frame.mark = !hasLookOfItsOwn(element) && this.mark('strong');
        this.isInSummary = true;
        break;
      case 'caption':
        out.endParagraph();
        break;
      case 'quote':
        out.open(new BlockQuote());
        break;
      case 'definition': {
        const before = out.container.childNodes.at(-1);
        out.open(new Definition(hasTerm(element, before)));
        break;
      }
      case 'list':
        frame.list = out.open(name === 'ol' ? numberedList(element) : new BulletList());
        break;
      case 'item':
        out.openItem(integerIn(element, 'value'));
        break;
      case 'rule':
        out.append(new ThematicBreak());
        return false;
      case 'code-block':
        this.codeBlock(element);
        return false;
      case 'table':
        out.open(new Table(element));
        break;
      case 'row':
        out.openRow(sectionOf(element));
        break;
      case 'cell':
        this.cell(element);
        break;
      case 'break':
        out.lineBreak();
        return false;
      case 'image':
        this.image(element);
        return false;
      case 'box':
        if (element.getAttribute('type')?.toLowerCase() === 'checkbox') {
          out.taskBox(element.hasAttribute('checked'));
        }
        return false;
      case 'link':
        if (!this.link(element, frame)) return false;
        break;
      case 'em':
      case 'strong':
      case 'del':
        if (treatment === 'strong' && this.isInSummary && this.isStrong()) break;
        frame.mark = this.codeDepth === 0 && this.mark(treatment);
        break;
      case 'html':
        // Keys that are pressed together may have an element around them.
        if (name === 'kbd' && element.querySelector('kbd')) break;
        frame.mark = this.codeDepth === 0 && this.mark('html', name, isNote(element) ? note : '');
        break;
      case 'code':
        // A block of code in it describes itself.
        if (element.querySelector('pre')) {
          frame.treatment = 'block';
          out.endParagraph();
          break;
        }
        if (this.codeDepth === 0 && !holdsLinks(element)) {
          this.code(element.textContent ?? '');
          return false;
        }
        this.codeDepth++;
        break;
      case 'quoted':
        this.text('“');
        break;
      case 'ruby-text':
        this.text('(');
        break;
      case 'media':
        this.media(element);
        return false;
      case 'button':
        if (!hasWords(element)) return false;
        break;
      case 'label':
        out.run.space();
        break;
      case 'picture':
        break;
    }
    this.frames.push(frame);
    return true;
  }

  leave(element: Element): void {
    const frame = this.frames.at(-1);
    if (frame?.element !== element) return;
    this.frames.pop();
    const { out } = this;
    switch (frame.treatment) {
      case 'block':
      case 'row-group':
        this.breakAtBlock();
        break;
      case 'paragraph':
        this.breakAtBlock();
        out.inParagraph = false;
        break;
      case 'heading':
        out.endHeading(element);
        break;
      case 'summary':
        this.isInSummary = false;
        out.close(frame.container);
        break;
      case 'caption':
      case 'quote':
      case 'definition':
      case 'item':
      case 'row':
      case 'cell':
        out.close(frame.container);
        break;
      case 'list':
        out.closeList(frame.container, frame.list ?? null);
        break;
      case 'table':
        this.table(element, frame.container);
        break;
      case 'code':
        this.codeDepth--;
        break;
      case 'quoted':
        this.text('”');
        break;
      case 'ruby-text':
        this.text(')');
        break;
    }
    if (frame.mark) {
      if (frame.treatment === 'link') this.linkDepth--;
      out.popMark();
    }
  }

  private breakAtBlock(): void {
    if (this.codeDepth > 0) this.out.breakCode();
    else this.out.breakParagraph();
  }

  private mark(kind: MarkKind, value = '', title = ''): boolean {
    return this.out.pushMark({ kind, value, title });
  }

  private isStrong(): boolean {
    return this.out.marks.some(({ kind }) => kind === 'strong');
  }

  private link(element: Element, frame: Frame): boolean {
    const written = element.getAttribute('href');
    const { out } = this;
    if (written === null || this.linkDepth > 0) return true;
    if (written.includes('#')) {
      if (element.firstChild && isPermalink(element, out.heading !== null)) return false;
      // A heading that is a link to itself.
      if (out.heading && isSelfLink(element, out.heading)) return true;
    }
    const address = absoluteAddress(written, this.options.baseUrl);
    if (address === null) return true;
    const title = element.getAttribute('title') ?? '';
    const value = linkTarget(address);
    const mark: Mark = { kind: 'link', value, title: repeatsTarget(title, value) ? '' : title };
    if (!element.firstChild) {
      // With a class it is a picture by CSS.
      if (!element.hasAttribute('class')) out.emptyLink(mark);
      return false;
    }
    frame.mark = out.pushMark(mark);
    if (frame.mark) this.linkDepth++;
    return true;
  }

  private image(element: Element): void {
    const emoji = emojiText(element);
    if (emoji !== null) {
      this.text(emoji);
      return;
    }
    if (isTrackingPixel(element) || isDecoration(element) || isPreviewOfAnother(element)) return;
    const src = pictureAddress(element, this.options.baseUrl);
    const alt = element.getAttribute('alt') ?? '';
    if (src === null) return;
    const title = element.getAttribute('title') ?? '';
    this.out.run.add({ type: 'image', alt, src, title }, this.out.marks);
  }

  private media(element: Element): void {
    const source =
      element.getAttribute('src') ?? element.querySelector('source[src]')?.getAttribute('src');
    const address = source ? absoluteAddress(source, this.options.baseUrl) : null;
    if (!address || this.linkDepth > 0) return;
    const name = address
      .replace(/[?#].*$/s, '')
      .split('/')
      .at(-1);
    const label =
      element.getAttribute('title') || element.getAttribute('aria-label') || name || address;
    const mark: Mark = { kind: 'link', value: address, title: '' };
    if (!this.out.pushMark(mark)) return;
    this.text(label);
    this.out.popMark();
  }

  private formula(element: Element): boolean {
    const formula = formulaOf(element);
    if (formula === null) return element.localName === 'script';
    if (this.options.maths === 'text') return element.localName === 'script';
    if (this.options.maths === 'code') this.code(formula.tex);
    else {
      const fence = formula.isDisplay ? '$$' : '$';
      this.text(`${fence}${formula.tex}${fence}`);
    }
    return true;
  }

  private codeBlock(element: Element): void {
    const { out } = this;
    if (out.heading) {
      this.code(codeText(element));
      return;
    }
    const code = readCode(element);
    if (!code) return;
    if (code.title !== '') {
      out.endParagraph();
      this.text(code.title);
    }
    if (code.text === null) out.endParagraph();
    else out.append(new CodeBlock(code.text, code.language));
  }

  private cell(element: Element): void {
    this.out.openCell({
      isHeader: isHeaderCell(element),
      columns: span(element, 'colspan'),
      rows: span(element, 'rowspan'),
      alignment: cellAlignment(element),
    });
  }

  private table(element: Element, container: OpenBlock): void {
    const { out } = this;
    const table = out.container;
    out.close(container);
    if (table.nodeName !== 'TABLE' || table.source !== element) return;
    orderRows(table);
    const kind = tableKind(table, element);
    table.losesForm = kind !== 'layout' && losesForm(table);
    if (kind !== 'pipes' || !fillGrid(table)) {
      for (const { cells } of table.rows) {
        for (const cell of cells) {
          for (const block of cell.childNodes) {
            if (table.losesForm) block.standsFor = table;
            out.append(block);
          }
        }
      }
      return;
    }
    if (table.rows.some(({ cells }) => cells.length > 0)) out.append(table);
  }
}

/**
 * How many nodes, and nested elements, are examined in a summary, because pages may nest endlessly.
 */
const enough = 4;

/** True for a summary that is a heading, or bold already. */
function hasLookOfItsOwn(summary: Element): boolean {
  let at: Element | null = summary;
  for (let depth = 0; at && depth < enough; depth++) {
    at = onlyElementIn(at);
    if (at && /^(?:h[1-6]|b|strong)$/.test(at.localName)) return true;
  }
  return false;
}

function onlyElementIn(parent: Element): Element | null {
  let only: Element | null = null;
  let node = parent.firstChild;
  for (let seen = 0; node; node = node.nextSibling, seen++) {
    if (seen > enough) return null;
    if (node.nodeType === 1) {
      if (only) return null;
      only = node as Element;
    } else if (/\S/.test(node.nodeValue ?? '')) return null;
  }
  return only;
}

const isNote = (element: Element): boolean =>
  element.localName === 'sup' && element.querySelector('a[href]') !== null;

/**
 * True for a title that only repeats where the link leads: the address before a mail server's safe
 * link.
 */
function repeatsTarget(title: string, target: string): boolean {
  const address = /^(?:original url:\s*)?(https?:\/\/[^\s]+)/i.exec(title)?.[1];
  return address !== undefined && linkTarget(address) === target;
}

/**
 * Without a term before it (an indented formula, a selection that begins in it) it defines nothing.
 */
function hasTerm(definition: Element, before: OutlineNode | undefined): boolean {
  const previous = definition.previousElementSibling;
  if (previous?.localName === 'dt') return previous.textContent.trim() !== '';
  return previous?.localName === 'dd' && before?.nodeName === 'DD' && before.hasTerm;
}

function sectionOf(row: Element): TableSection {
  switch (row.parentElement?.localName) {
    case 'thead':
      return 'head';
    case 'tfoot':
      return 'foot';
    default:
      return 'body';
  }
}

function span(cell: Element, attribute: string): number {
  const value = Number.parseInt(cell.getAttribute(attribute) ?? '1', 10);
  return value >= 0 ? value : 1;
}

function integerIn(element: Element, attribute: string): number | undefined {
  const value = Number.parseInt(element.getAttribute(attribute) ?? '', 10);
  return Number.isNaN(value) ? undefined : value;
}

/** A list that counts down begins with the number of its items by default. */
function numberedList(list: Element): NumberedList {
  const items = Array.from(list.children).filter(({ localName }) => localName === 'li');
  const step = list.hasAttribute('reversed') ? -1 : 1;
  const first = items[0] && integerIn(items[0], 'value');
  const start = first ?? integerIn(list, 'start') ?? (step < 0 ? items.length : 1);
  return new NumberedList(start, step);
}

/** Line ends in inline code show as spaces; at its edges they come from the source's layout. */
function inlineCode(data: string, isFirst: boolean, isLast: boolean): string {
  if (!/[\n\r\t]/.test(data)) return data;
  const start = /^\s*/.exec(data)?.[0] ?? '';
  const rest = data.slice(start.length);
  const inner = rest.trimEnd();
  const end = rest.slice(inner.length);
  const edge = (space: string, isEdge: boolean): string =>
    isEdge && /[\n\r]/.test(space) ? '' : space;
  const text = edge(start, isFirst) + inner + edge(end, isLast);
  return text.replace(/[ \t\n\r]+/g, (space) =>
    /[\n\r]/.test(space) ? ' ' : space.replaceAll('\t', ' '),
  );
}

function holdsLinks(element: Element): boolean {
  const only = element.firstChild;
  if (!only || (only.nodeType === 3 && !only.nextSibling)) return false;
  return element.querySelector('a[href], img, br, p, div') !== null;
}
