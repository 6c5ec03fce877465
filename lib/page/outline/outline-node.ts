import type { InlineRun } from './inline-run.ts';
import type { TableGrid } from './table-grid.ts';

/** Shared by all nodes that have no children, which are most. */
const none: never[] = [];

/**
 * A block of the page as Turndown sees it: white space, page furniture and mere wrappers are gone,
 * and inline content is in a `run`. It has only those members of a DOM node that Turndown reads, so
 * Turndown walks the outline itself, without cloning or reading the page; `isBlank` and
 * `flankingWhitespace` are constants.
 */
abstract class Block {
  readonly nodeType = 1;
  /** The name of the HTML element that represents the block in the rules. */
  abstract readonly nodeName: string;
  childNodes: OutlineNode[] = none;
  parentNode: OutlineNode | null = null;
  depth = 0;
  /** Turndown collapses white space from here on; there is none left. */
  readonly firstChild = null;
  /** Neither blank, nor with white space at its edges. */
  readonly textContent = '.';

  // Set by Turndown; declared, so that all nodes keep one shape.
  isBlock = true;
  isCode: boolean | undefined = false;
  isBlank = false;
  flankingWhitespace: unknown = undefined;

  /** The block before this one. */
  previous: OutlineNode | null = null;
  /** The table that it is a part of, if that becomes blocks in Markdown and a table in HTML. */
  standsFor: Table | null = null;

  /** Turndown clones its argument, but this outline is its own already. */
  cloneNode(): this {
    return this;
  }
}

export class Main extends Block {
  readonly nodeName = 'MAIN';
}

export class Paragraph extends Block {
  readonly nodeName = 'P';
  readonly run: InlineRun;
  /** True for a `<p>`; false for text without a paragraph element. */
  readonly isElement: boolean;

  constructor(run: InlineRun, isElement: boolean) {
    super();
    this.run = run;
    this.isElement = isElement;
  }
}

export class Heading extends Block {
  readonly nodeName = 'H1';
  readonly run: InlineRun;
  /** From 1 to 6. */
  readonly level: number;

  constructor(run: InlineRun, level: number) {
    super();
    this.run = run;
    this.level = level;
  }
}

export class BlockQuote extends Block {
  readonly nodeName = 'BLOCKQUOTE';
}

abstract class ListBlock extends Block {
  declare childNodes: ListItem[];
  /** Before or after the number of each item; '' until it is chosen. */
  marker = '';
  /** True if its items have no blank lines between them; undefined until known. */
  isTight: boolean | undefined = undefined;
}

export class BulletList extends ListBlock {
  readonly nodeName = 'UL';
  /** True if the page has the items without a list around them. */
  readonly isImplied: boolean;

  constructor(isImplied = false) {
    super();
    this.isImplied = isImplied;
  }
}

export class NumberedList extends ListBlock {
  readonly nodeName = 'OL';
  readonly firstNumber: number;
  /** From one item to the next: 1, or -1 in a list that counts down. */
  readonly step: number;
  /** True if the page has the items without a list around them. */
  readonly isImplied: boolean;

  constructor(firstNumber: number, step = 1, isImplied = false) {
    super();
    this.firstNumber = firstNumber;
    this.step = step;
    this.isImplied = isImplied;
  }
}

export class ListItem extends Block {
  readonly nodeName = 'LI';
  /** As the reader saw it, in a numbered list. */
  readonly number: number;

  constructor(number = 0) {
    super();
    this.number = number;
  }
}

export class CodeBlock extends Block {
  readonly nodeName = 'PRE';
  readonly text: string;
  /** '' if none is named. */
  readonly language: string;

  constructor(text: string, language: string) {
    super();
    this.text = text;
    this.language = language;
  }
}

export class ThematicBreak extends Block {
  readonly nodeName = 'HR';
}

export class Definition extends Block {
  readonly nodeName = 'DD';
  /** False if there is no term before it. */
  readonly hasTerm: boolean;

  constructor(hasTerm: boolean) {
    super();
    this.hasTerm = hasTerm;
  }
}

/** Its rows are no child nodes, because a table is written as a whole. */
export class Table extends Block {
  readonly nodeName = 'TABLE';
  readonly rows: TableRow[] = [];
  /** The table in the page. */
  readonly source: Element;
  /** Pipes or paragraphs can't express all of it: cells span others, or contain blocks. */
  losesForm = false;
  /** True to write it as HTML. */
  isHtml = false;
  /** The first row names the columns. */
  hasHeader = false;
  /** The cells in their columns, once the table is read. */
  grid: TableGrid = none;

  constructor(source: Element) {
    super();
    this.source = source;
  }
}

export type TableSection = 'head' | 'body' | 'foot';

export class TableRow extends Block {
  readonly nodeName = 'TR';
  readonly cells: TableCell[] = [];
  readonly section: TableSection;

  constructor(section: TableSection) {
    super();
    this.section = section;
  }
}

export interface CellFacts {
  isHeader: boolean;
  /** How many columns and rows it spans. */
  columns: number;
  rows: number;
  /** `left`, `center` or `right`; '' if the page does not say. */
  alignment: string;
}

export class TableCell extends Block {
  readonly nodeName = 'TD';
  readonly facts: CellFacts;
  /** The cell's whole content, once its blocks are joined into one run. */
  run: InlineRun | null = null;

  constructor(facts: CellFacts) {
    super();
    this.facts = facts;
  }
}

export type OutlineNode =
  | Main
  | Paragraph
  | Heading
  | BlockQuote
  | BulletList
  | NumberedList
  | ListItem
  | CodeBlock
  | ThematicBreak
  | Definition
  | Table
  | TableRow
  | TableCell;

export type OutlineName = OutlineNode['nodeName'];
export type OutlineList = BulletList | NumberedList;
/** Blocks whose children are blocks of any kind. */
export type Container = Main | BlockQuote | ListItem | Definition | TableCell;
/** Blocks that are opened, filled and closed. */
export type OpenBlock = Container | OutlineList | Table | TableRow;

export function isList(node: OutlineNode | null | undefined): node is OutlineList {
  return node?.nodeName === 'UL' || node?.nodeName === 'OL';
}

/** Sets the node's parent to `parent`, without adding it to the children yet. */
export function adopt(child: OutlineNode, parent: OutlineNode): void {
  child.parentNode = parent;
  child.depth = parent.depth + 1;
}

/** Adds the node at the end of `parent`. */
export function append(parent: Container, child: OutlineNode): void {
  adopt(child, parent);
  child.previous = parent.childNodes.at(-1) ?? null;
  if (parent.childNodes === none) parent.childNodes = [];
  parent.childNodes.push(child);
}

export function appendItem(list: OutlineList, item: ListItem): void {
  adopt(item, list);
  item.previous = list.childNodes.at(-1) ?? null;
  if (list.childNodes === none) list.childNodes = [];
  list.childNodes.push(item);
}

/** Wraps this node, because Turndown iterates over the children of its argument. */
export function inFrame(node: OutlineNode): Main {
  const frame = new Main();
  append(frame, node);
  return frame;
}
