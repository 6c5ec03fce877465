import { InlineRun, type Mark } from './inline-run.ts';
import { type OutlineName, OutlineNode } from './outline-node.ts';

/** Containers nested deeper than this are read as if they were not there: nobody reads so deep. */
const maxDepth = 40;
const maxMarks = 16;

/** Puts blocks and inline content together as the reader meets them. */
export class OutlineBuilder {
  readonly marks: Mark[] = [];
  container: OutlineNode = new OutlineNode('MAIN');
  run = new InlineRun();
  /** In an element that is a paragraph by name. */
  inParagraph = false;
  /** The heading that is being read; blocks cannot begin in it. */
  heading: Element | null = null;
  private readonly root = this.container;

  finish(): OutlineNode {
    this.endParagraph();
    return this.root;
  }

  /** Ends the paragraph that inline content has made so far; inside a heading, a space. */
  endParagraph(): void {
    if (this.heading) {
      this.run.space();
      return;
    }
    const run = this.takeRun();
    // Pages put empty paragraphs, or a lone no-break space, where they want room.
    if (!run || (run.tokens.length === 1 && run.isBlank)) return;
    const paragraph = new OutlineNode('P');
    paragraph.run = run;
    paragraph.flag = this.inParagraph;
    this.attach(paragraph);
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
    let into = this.container;
    while (into.nodeName === 'TABLE' || into.nodeName === 'TR') into = into.parentNode ?? this.root;
    if (into.nodeName === 'UL' || into.nodeName === 'OL') {
      // Content of a list that is in none of its items belongs to the one before it.
      const last = into.childNodes.at(-1);
      if (!last) into.append(new OutlineNode('LI'));
      into = into.childNodes.at(-1) as OutlineNode;
    }
    into.append(block);
  }

  /** Opens a container; null where one cannot begin, and its content goes on in the one around it. */
  open(name: OutlineName): OutlineNode | null {
    this.endParagraph();
    if (this.heading || this.container.depth >= maxDepth) return null;
    const node = new OutlineNode(name);
    if (name === 'TABLE') node.adopt(this.container);
    else this.attach(node);
    this.container = node;
    return node;
  }

  /** Goes back to `container`. */
  close(container: OutlineNode): void {
    this.endParagraph();
    this.container = container;
  }

  openItem(): void {
    this.endParagraph();
    if (this.heading) return;
    if (this.container.nodeName !== 'UL' && this.container.nodeName !== 'OL') {
      const last = this.container.childNodes.at(-1);
      // An item whose list was not selected with it.
      if (last?.nodeName === 'UL' && last.flag) this.container = last;
      else {
        const list = this.open('UL');
        if (!list) return;
        list.flag = true;
      }
    }
    this.openIn(new OutlineNode('LI'));
  }

  openRow(): OutlineNode | null {
    this.endParagraph();
    if (this.container.nodeName !== 'TABLE') return null;
    return this.openIn(new OutlineNode('TR'));
  }

  openCell(): OutlineNode | null {
    this.endParagraph();
    if (this.container.nodeName === 'TABLE') this.openRow();
    if (this.container.nodeName !== 'TR') return null;
    return this.openIn(new OutlineNode('TD'));
  }

  private openIn(node: OutlineNode): OutlineNode {
    this.container.append(node);
    this.container = node;
    return node;
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
    const heading = new OutlineNode('H1');
    heading.number = Number(element.localName.slice(1));
    heading.run = run ?? new InlineRun();
    this.attach(heading);
  }

  /** One line break stays one; two are where the page's author meant a paragraph to end. */
  lineBreak(): void {
    if (this.heading) this.run.space();
    else if (this.run.trailingBreaks > 0 && this.container.nodeName !== 'TD') this.endParagraph();
    else this.run.addBreak();
  }

  /** The box of a task: only where Markdown can say so, at the beginning of a list item. */
  taskBox(checked: boolean): void {
    const { container, run } = this;
    if (container.nodeName !== 'LI' || container.childNodes.length > 0 || !run.isEmpty) return;
    run.add({ type: 'box', checked }, []);
  }

  emptyLink(mark: Mark): void {
    this.run.begin([...this.marks, mark]);
    this.run.close(mark);
  }

  /** Returns whether the mark was opened: it is not where it would say nothing new, or nests too deep. */
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
