import { InlineRun, type Mark } from './inline-run.ts';
import { countsUp, largestNumber, nextNumber, recounted } from './list-numbers.ts';
import {
  adopt,
  append,
  appendItem,
  BulletList,
  type CellFacts,
  CodeBlock,
  type Container,
  Heading,
  isList,
  ListItem,
  Main,
  NumberedList,
  type OpenBlock,
  type OutlineList,
  type OutlineNode,
  Paragraph,
  TableCell,
  TableRow,
  type TableSection,
} from './outline-node.ts';

/** More deeply nested containers are ignored, but not their content: nobody reads that deep. */
const maxDepth = 40;
const maxMarks = 16;

/** Combines blocks and inline content in reading order. */
export class OutlineBuilder {
  readonly marks: Mark[] = [];
  container: OpenBlock;
  run = new InlineRun();
  /** True in an element that is a paragraph by name. */
  inParagraph = false;
  /** The heading that is being read; blocks can't begin in it. */
  heading: Element | null = null;
  private readonly root = new Main();

  constructor() {
    this.container = this.root;
  }

  finish(): Main {
    this.endParagraph();
    return this.root;
  }

  /** Ends the paragraph of the inline content so far; inside a heading, adds a space. */
  endParagraph(): void {
    if (this.heading) {
      this.run.space();
      return;
    }
    const run = this.takeRun();
    // Pages use empty paragraphs, or a lone no-break space, to get space.
    if (!run || (run.tokens.length === 1 && run.isBlank)) return;
    const code = this.container.nodeName === 'TD' ? undefined : run.linesOfCode();
    this.attach(
      code === undefined ? new Paragraph(run, this.inParagraph) : new CodeBlock(code, ''),
    );
  }

  /**
   * Ends the paragraph at the border of a block; the words of a task may be in a block beside its
   * box.
   */
  breakParagraph(): void {
    if (this.heading || !this.run.isBoxAlone) this.endParagraph();
  }

  private takeRun(): InlineRun | null {
    const { run } = this;
    run.finish(this.marks);
    if (run.isEmpty) {
      run.forgetSpace();
      return null;
    }
    this.run = new InlineRun();
    return run;
  }

  append(block: OutlineNode): void {
    if (this.heading) return;
    this.endParagraph();
    this.attach(block);
  }

  private attach(block: OutlineNode): void {
    append(this.flow(), block);
  }

  /** Returns the block that gets what comes next. */
  private flow(): Container {
    let into: OutlineNode = this.container;
    // Content of a table outside its cells belongs before it.
    while (into.nodeName === 'TABLE' || into.nodeName === 'TR') into = into.parentNode ?? this.root;
    if (isList(into)) {
      // Content of a list outside its items belongs to the previous item.
      if (into.childNodes.length === 0) appendItem(into, new ListItem(numberIn(into)));
      return into.childNodes.at(-1) ?? this.root;
    }
    return isContainer(into) ? into : this.root;
  }

  /** Opens a container; null if one can't begin, and its content continues in the one around it. */
  open<Opened extends OpenBlock>(node: Opened): Opened | null {
    this.endParagraph();
    if (this.heading || this.container.depth >= maxDepth) return null;
    if (node.nodeName === 'TABLE') adopt(node, this.container);
    else this.attach(node);
    this.container = node;
    return node;
  }

  /** Returns to `container`. */
  close(container: OpenBlock): void {
    this.endParagraph();
    this.container = container;
  }

  /** @param value the item's own number */
  openItem(value?: number): void {
    this.endParagraph();
    if (this.heading) return;
    let list = isList(this.container) ? this.container : null;
    if (!list) {
      // The item's list was not selected with it, or only its look says that it is an item.
      list = this.impliedList(value) ?? this.open(impliedListOf(value));
    }
    if (!list) return;
    const item = new ListItem(numberIn(list, value));
    appendItem(list, item);
    this.container = item;
  }

  /** Returns the implied list before an item if the item continues it. */
  private impliedList(value: number | undefined): OutlineList | undefined {
    const last = this.container.childNodes.at(-1);
    if (value === undefined) return last?.nodeName === 'UL' && last.isImplied ? last : undefined;
    const goesOn = last?.nodeName === 'OL' && last.isImplied && nextNumber(last) === value;
    return goesOn ? last : undefined;
  }

  /** Closes a list; one whose numbers Markdown can't count gets another form. */
  closeList(container: OpenBlock, list: OutlineList | null): void {
    this.close(container);
    if (list?.nodeName !== 'OL' || countsUp(list)) return;
    const parent = list.parentNode;
    if (!parent || !isContainer(parent) || parent.childNodes.at(-1) !== list) return;
    parent.childNodes.pop();
    for (const block of recounted(list)) append(parent, block);
  }

  openRow(section: TableSection): void {
    this.endParagraph();
    const table = this.container;
    if (table.nodeName !== 'TABLE') return;
    const row = new TableRow(section);
    adopt(row, table);
    table.rows.push(row);
    this.container = row;
  }

  openCell(facts: CellFacts): void {
    this.endParagraph();
    if (this.container.nodeName === 'TABLE') this.openRow('body');
    const row = this.container;
    if (row.nodeName !== 'TR') return;
    const cell = new TableCell(facts);
    adopt(cell, row);
    row.cells.push(cell);
    this.container = cell;
  }

  startHeading(element: Element): void {
    if (this.heading) {
      this.run.space();
      return;
    }
    this.endParagraph();
    this.heading = element;
  }

  endHeading(element: Element): void {
    if (this.heading !== element) {
      this.run.space();
      return;
    }
    this.heading = null;
    const run = this.takeRun();
    if (!run && element.firstElementChild) return;
    run?.trimEnd();
    this.attach(new Heading(run ?? new InlineRun(), Number(element.localName.slice(1))));
  }

  /** One line break stays one; two mean the end of a paragraph. */
  lineBreak(): void {
    this.run.dropBlankLine();
    if (this.heading) this.run.space();
    else if (this.run.trailingBreaks > 0 && this.container.nodeName !== 'TD') this.endParagraph();
    else this.run.addBreak();
  }

  /** A block in inline code begins and ends a line of it. */
  breakCode(): void {
    if (this.heading) this.run.space();
    else if (this.run.trailingBreaks === 0) this.run.addBreak();
  }

  /** Adds the box of a task, only where Markdown allows it, at the beginning of a list item. */
  taskBox(checked: boolean): void {
    const { container, run } = this;
    if (container.nodeName !== 'LI' || container.childNodes.length > 0 || !run.isEmpty) return;
    run.add({ type: 'box', checked }, []);
    // Without a space it is no box.
    run.space();
  }

  emptyLink(mark: Mark): void {
    this.run.begin([...this.marks, mark]);
    this.run.close(mark);
  }

  /**
   * Returns whether the mark was opened: it is not if it would add nothing, or nests too deeply.
   */
  pushMark(mark: Mark): boolean {
    const { marks } = this;
    const isDoubled =
      (mark.kind === 'del' || mark.kind === 'html') &&
      marks.some((open) => open.kind === mark.kind && open.value === mark.value);
    if (isDoubled || marks.length >= maxMarks) return false;
    marks.push(mark);
    return true;
  }

  popMark(): void {
    const mark = this.marks.at(-1);
    if (mark && this.run.openCount === this.marks.length) this.run.close(mark);
    this.marks.pop();
  }
}

function impliedListOf(value: number | undefined): OutlineList {
  const isNumbered = value !== undefined && value >= 0 && value <= largestNumber;
  return isNumbered ? new NumberedList(value, 1, true) : new BulletList(true);
}

/** Returns the number of the next item; none for bullets. */
function numberIn(list: OutlineList, value?: number): number {
  return list.nodeName === 'OL' ? (value ?? nextNumber(list)) : 0;
}

function isContainer(node: OutlineNode): node is Container {
  switch (node.nodeName) {
    case 'MAIN':
    case 'BLOCKQUOTE':
    case 'LI':
    case 'DD':
    case 'TD':
      return true;
    default:
      return false;
  }
}
