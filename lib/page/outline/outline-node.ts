import type { InlineRun } from './inline-run.ts';

/** What a piece of the page is, by the name of the HTML element that stands for it in the rules. */
export type OutlineName =
  | 'MAIN'
  | 'P'
  | 'H1'
  | 'BLOCKQUOTE'
  | 'UL'
  | 'OL'
  | 'LI'
  | 'PRE'
  | 'HR'
  | 'DD'
  | 'TABLE'
  | 'TR'
  | 'TD'
  | 'FIGURE';

/** Shared by all nodes that have none, which are most. */
const none: OutlineNode[] = [];

/**
 * A block of the page as Turndown gets to see it: what is white space, page furniture or a mere
 * wrapper is gone, and what is inline stands in `run`. It has of a DOM node just what Turndown
 * reads, so that Turndown walks the outline itself, without cloning or looking anything up in the
 * page; `isBlank` and `flankingWhitespace` come out of constants.
 */
export class OutlineNode {
  readonly nodeType = 1;
  readonly nodeName: OutlineName;
  childNodes: OutlineNode[] = none;
  parentNode: OutlineNode | null = null;
  depth = 0;
  /** Turndown collapses white space from here on; there is none left. */
  readonly firstChild = null;
  /** Not blank, and no white space at its edges. */
  readonly textContent = '.';

  // Set by Turndown; declared, so that all nodes keep one shape.
  isBlock = true;
  isCode: boolean | undefined = false;
  isBlank = false;
  flankingWhitespace: unknown = undefined;

  /** Inline content of a paragraph, heading or cell. */
  run: InlineRun | null = null;
  /** Heading level, first number of an ordered list; columns a cell spans. */
  number = 0;
  /** Rows a cell spans. */
  rowSpan = 1;
  /** Table: its rows, when they are ready to be written; Turndown need not go through them. */
  rows: OutlineNode[] = none;
  /** The block before this one. */
  previous: OutlineNode | null = null;
  /** List: whether its items stand without blank lines between them; undefined: not yet known. */
  tight: boolean | undefined = undefined;
  /** Paragraph: a `<p>`. List: implied by its items. Cell: `<th>`. Row: in a `<thead>`. Table: to be HTML. Definition: of a term. */
  flag = false;
  /** Code block: its text. Raw HTML: its source. List: its marker. Cell: its alignment. */
  text = '';
  /** Code block: its language. */
  language = '';
  /** Table: where it stands in the page, for when it has to be written as HTML. */
  source: Element | null = null;

  constructor(nodeName: OutlineName) {
    this.nodeName = nodeName;
  }

  append(child: OutlineNode): void {
    child.adopt(this);
    child.previous = this.childNodes[this.childNodes.length - 1] ?? null;
    if (this.childNodes === none) this.childNodes = [];
    this.childNodes.push(child);
  }

  /** Gives the node its place under `parent`, without putting it among its children yet. */
  adopt(parent: OutlineNode): void {
    this.parentNode = parent;
    this.depth = parent.depth + 1;
  }

  /** A node around this one: Turndown goes over the children of what it is given. */
  inFrame(): OutlineNode {
    const frame = new OutlineNode('MAIN');
    frame.append(this);
    return frame;
  }

  /** Turndown clones what it is given; this outline is its own already. */
  cloneNode(): this {
    return this;
  }
}
