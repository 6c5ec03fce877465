import { limits } from '../core/base/limits.ts';
import type { MissingPart } from '../core/capture/capture.ts';
import { lineBefore } from './beside-notes.ts';
import { isClippedSlide } from './clipped-slides.ts';
import { type Above, inContext, type Opened } from './clone-context.ts';
import { codeCell } from './code-rows.ts';
import { copyElement, copyShown } from './copy-element.ts';
import { Counters } from './counters.ts';
import { type Deadline, TooLargeError } from './deadline.ts';
import { DrawnDiffs } from './drawn-diffs.ts';
import { type DrawnMark, DrawnMarks } from './drawn-mark.ts';
import { flatFirstChild, flatNextSibling, flatParent, SlotPositions } from './flat-tree.ts';
import { framedNumber, GeneratedWords } from './generated.ts';
import { hangingMark } from './hanging-item.ts';
import { LineWriter } from './line-writer.ts';
import { LooseLines } from './loose-lines.ts';
import { NestedLists } from './nested-lists.ts';
import { briefText } from './outline/brief-text.ts';
import { languageOfBar } from './outline/code-bar.ts';
import { isPromptOfCode } from './outline/code-parts.ts';
import { isPartOfCodeBar } from './outline/furniture.ts';
import type { Pace } from './pace.ts';
import { Rendered } from './rendered.ts';
import {
  attribute,
  elementsUnder,
  hasAttribute,
  isElement,
  isText,
  localName,
  query,
  textData,
} from './safe-dom.ts';
import { nothingAround, type Shape, type Surroundings, shapeOf, standsInLine } from './shape.ts';
import { ShownOrder } from './shown-order.ts';
import { nodeAt, type Span, wholeFormulas } from './span.ts';
import { isStackedRow } from './stacked-rows.ts';
import { replaced, standIn } from './stand-in.ts';
import { isTabOfHidden } from './tabs.ts';
import { writtenMark } from './written-mark.ts';

/**
 * Deeper than any parser nests; deeper elements are flattened, so that nothing later overflows the
 * stack.
 */
const maxDepth = 400;
const leaves = new Set(['img', 'br', 'hr', 'input', 'wbr']);

/** Limit for the page's text nodes, mostly white space, which is collapsed later. */
const maxText = 4 * limits.quoteText;

export interface CloneOptions {
  deadline?: Deadline | undefined;
  /** Of very many elements. */
  pace?: Pace | undefined;
  /** Includes what is displayed although nobody sees it: the letters under a scanned page. */
  unseen?: boolean | undefined;
  /** Collects what is visible but could not be read. */
  missing?: Set<MissingPart> | undefined;
}

/** True for a button whose words are its value. */
const isInputButton = (element: Element): boolean =>
  /^(?:submit|button|reset)$/.test(attribute(element, 'type'));

/**
 * True for the box of a task that is not a form field: it has no words, and is not the item with
 * the words.
 */
const isBox = (element: Element): boolean =>
  localName(element) !== 'li' && (briefText(element) ?? '…').trim() === '';

function boxOf(isChecked: boolean, inert: Document): Element {
  const copy = inert.createElement('input');
  copy.setAttribute('type', 'checkbox');
  copy.toggleAttribute('checked', isChecked);
  return copy;
}

/** True for a box that nobody can tick: it says something, as in a table of features. */
const isFixedBox = (element: Element): boolean =>
  attribute(element, 'type').toLowerCase() === 'checkbox' && hasAttribute(element, 'disabled');

/** Boxes in items are those of tasks. */
const isOpenItem = ({ shape }: Opened): boolean =>
  (shape.name || (shape.rendered?.name ?? '')) === 'li';

const isTicked = (element: Element): boolean => attribute(element, 'aria-checked') === 'true';

/** Returns the list for an item with a mark that a style draws; '' for that around it. */
const listOf = (mark: DrawnMark | undefined): '' | 'ul' | 'ol' => {
  if (!mark) return '';
  return mark.kind === 'number' ? 'ol' : 'ul';
};

/** True for buttons that lie over code; an element with letters is code. */
const isToolOfCode = ({ element, name, isBlock, position }: Rendered): boolean =>
  name === 'div' &&
  isBlock &&
  position === 'absolute' &&
  /^[\s\p{P}\p{S}]*$/u.test(briefText(element) ?? 'long') &&
  query(element, 'a, button') !== undefined;

const headings = new Set('h1 h2 h3 h4 h5 h6'.split(' '));
const ordered = new Set('ol table thead tbody tfoot tr'.split(' '));

/**
 * Lines of code are in their written order, items of a list in that of their numbers, cells below
 * one another.
 */
const hasOwnOrder = ({ isCode, isFormula, name, rendered }: Shape): boolean =>
  isCode || isFormula || ordered.has(name || (rendered?.name ?? ''));

/** Editors position lines of code with a style, whatever their order in the document. */
function addLineOfCode(copy: Node, rendered: Rendered, parent: Opened): void {
  const { name } = rendered;
  if (name !== 'div' || !rendered.isBlock || rendered.position !== 'absolute') return;
  const around = parent.shape.rendered;
  if (!around || /^(?:table|tbody|tr)$/.test(around.name)) return;
  parent.items ??= new ShownOrder(around);
  parent.items.addLine(copy, rendered);
}

/** Adds a row of a list that only has the rows in view, each where a style puts it; false for anything else. */
function addRow(copy: Node, rendered: Rendered, parent: Opened): boolean {
  if (!rendered.isBlock || rendered.position !== 'absolute') return false;
  const around = parent.shape.rendered;
  if (!around || around.hasItems || !isStackedRow(rendered)) return false;
  parent.items ??= new ShownOrder(around);
  parent.items.addRow(copy, rendered);
  return true;
}

/** A cell of code goes into the line that the previous one began. */
function lineOfCell(copy: Node): Node {
  const last = copy.lastChild;
  return isElement(last) && last.localName === 'div' ? last : copy;
}

const isBare = (copy: Element): boolean =>
  !/\S/.test(copy.textContent ?? '') && !copy.querySelector('img, input, hr, video');

function flatAncestors(node: Node | null): Node[] {
  const chain: Node[] = [];
  for (let at = node; at; at = flatParent(at)) chain.push(at);
  return chain;
}

/**
 * Copies what the span shows into an inert document, with as much around it as it needs to keep its
 * meaning (see `inContext`). The page is only read. It is linear in the span's size.
 * @throws TooLargeError if it takes too long, or contains far more text than a quote may have
 */
export function cloneSpan(
  given: Span,
  inert: Document,
  options: CloneOptions = {},
): DocumentFragment {
  const span = wholeFormulas(given);
  const positions = new SlotPositions();
  const whole = (place: Span['start']) => place.offset < 0;
  const first = whole(span.start) ? span.start.node : nodeAt(span.start, positions);
  const endsInText = isText(span.end.node);
  const stop = endsInText
    ? span.end.node
    : nodeAt(whole(span.end) ? { node: span.end.node, offset: Infinity } : span.end, positions);
  if (!first || (first === stop && !endsInText)) return inert.createDocumentFragment();

  const endChain = new Set(flatAncestors(span.end.node));
  const startChain = flatAncestors(first);
  const commonAt = startChain.findIndex((node, index) => index > 0 && endChain.has(node));
  const above = startChain.slice(commonAt < 0 ? startChain.length - 1 : commonAt);

  // What is around the common ancestor, from the outside in.
  let around: Surroundings = nothingAround;
  const outer: Above[] = [];
  for (const live of above.slice(1, maxDepth).reverse()) {
    if (!isElement(live)) continue;
    const shape = shapeOf(new Rendered(live, around.rendered ?? null), around);
    outer.unshift({ live, shape });
    around = shape;
  }
  // Open elements from the common ancestor down to the parent of the next copied node.
  const open: Opened[] = [];
  const writer = new LineWriter(inert, options);
  const lists = new NestedLists();
  const counters = new Counters();
  const generated = new GeneratedWords(counters);
  const drawnMarks = new DrawnMarks(counters);
  /** The letter of an item, for its first line. */
  let letter = '';
  const { notes } = writer;
  /** The length of the marks of paragraphs that became list items, by their text. */
  const marks = new Map<Text, number>();
  /** Elements with the number or dot of an item; the Markdown list has its own. */
  const unwritten = new Set<Element>();
  const diffs = new DrawnDiffs();
  const lines = new LooseLines();
  /** Copies of elements from which a part was left out, so perhaps nothing remains. */
  const thinned = new Set<Node>();
  /** The language of the next block of code, if a bar above it names one. */
  let language = '';
  const isBar = (node: Element): boolean => {
    const named = languageOfBar(node);
    if (named === undefined) return false;
    language = named;
    return true;
  };
  let isWalking = false;
  const openCopy = (live: Node, rendered: Rendered | undefined): void => {
    const parent = open.at(-1);
    const from = parent?.shape ?? around;
    if (!rendered || rendered.name === 'slot' || open.length >= maxDepth) {
      const copy = parent?.copy ?? inert.createDocumentFragment();
      const shape = { ...from, name: '', isSetApart: false, marks: [] };
      if (rendered && rendered.display !== 'contents') shape.rendered = rendered;
      // The content of a slot is an item of the box around it.
      const items = rendered?.name === 'slot' ? parent?.items : undefined;
      open.push({ live, copy, own: copy, shape, items });
      return;
    }
    const shape = shapeOf(rendered, from);
    if (shape.name === '')
      shape.name = drawnMarks.nameOf(rendered) || counters.nameByMarks(rendered);
    const drawn = drawnMarks.of(shape, from);
    if (drawn && rendered.name !== 'li') shape.name = 'li';
    if (drawn?.holder) unwritten.add(drawn.holder);
    // A selection may begin in a drawing; then its words are read in place, with each text
    // separate.
    if (rendered.name === 'svg' && !isWalking && !shape.isFormula) shape.name = 'span';
    else if (rendered.name === 'text' && parent?.copy.hasChildNodes()) {
      parent.copy.appendChild(inert.createTextNode(' '));
    }
    const copied = copyShown(rendered.element, inert, shape);
    const isLiteral = from.isCode || from.isFormula;
    const written = rendered.name === 'li' ? writtenMark(rendered.element) : undefined;
    if (written) unwritten.add(written.element);
    const number =
      rendered.name === 'li'
        ? (counters.numberOf(rendered.element) ?? written?.number ?? drawn?.number)
        : drawn?.number;
    if (number !== undefined && number !== null) copied.own.setAttribute('value', String(number));
    if (rendered.name === 'pre' && language !== '') {
      copied.own.setAttribute('data-code-language', language);
      language = '';
    }
    if (from.isCode && parent && copied.own === copied.inner) diffs.read(rendered, copied.own);
    // A note in a line is an element that a style has made a block. A selection may begin inside one.
    const line =
      rendered.isBlock && !isLiteral
        ? (writer.line ?? (isWalking ? undefined : lineBefore(rendered)))
        : undefined;
    const isNote = line !== undefined && notes.isNote(rendered);
    writer.open(shape, from);
    if (shape.name === 'pre' && !isLiteral) {
      const line = lines.goOn(rendered, inert);
      if (line) {
        open.push({ live, copy: line, own: line, shape });
        return;
      }
      lines.begin(copied.own, rendered);
    }
    const said = isLiteral || drawn ? undefined : generated.of(rendered, from.rendered);
    const remark = from.isCode && isWalking ? framedNumber(rendered) : '';
    if (remark !== '') copied.inner.appendChild(inert.createTextNode(remark));
    if (drawn && isWalking) {
      letter = drawn.text ?? '';
      if (drawn.isChecked !== undefined) copied.inner.appendChild(boxOf(drawn.isChecked, inert));
    }
    const items = rendered.hasItems && !hasOwnOrder(shape) ? new ShownOrder(rendered) : undefined;
    // The content of an element without a box is an item of the box around it.
    const within = rendered.display === 'contents' ? parent?.items : undefined;
    if (parent && from.isCode && shape.isCode) addLineOfCode(copied.outer, rendered, parent);
    else if (parent && !isLiteral && addRow(copied.outer, rendered, parent)) lines.end();
    else if (!within) parent?.items?.add(copied.outer, rendered, standsInLine(shape));
    const copiedAs = shape.isSetApart ? 'div' : shape.name || rendered.name;
    if (parent && (copiedAs === 'ul' || copiedAs === 'ol')) {
      const list = lists.place(copied.outer, rendered, parent.copy);
      open.push({ live, copy: list, own: list, shape, items });
      return;
    }
    const mark = isLiteral || !rendered.hangs ? undefined : hangingMark(rendered);
    if (parent && mark) {
      const goesOn = mark.number !== 1;
      const list = lists.forHanging(rendered, mark.isOrdered, goesOn, parent.copy);
      const item = list.appendChild(inert.createElement('li'));
      if (mark.number !== null) item.setAttribute('value', String(mark.number));
      if (isWalking) letter = mark.letter;
      for (const [text, length] of mark.texts) marks.set(text, length);
      open.push({ live, copy: item, own: item, shape, items });
      return;
    }
    const isItem = copiedAs === 'li' && parent && isElement(parent.copy) && !isLiteral;
    let into: Node | undefined = parent?.copy;
    if (isItem) into = lists.forItem(parent.copy as Element, rendered, listOf(drawn));
    else if (parent && from.isCode && rendered.isBlock && shape.name === 'span') {
      into = lineOfCell(parent.copy);
    }
    into?.appendChild(copied.outer);
    const note = isNote ? { copy: copied.outer, rendered, line } : undefined;
    const { inner: copy, own } = copied;
    open.push({ live, copy, own, shape, items: items ?? within, said, note });
  };
  /** Writes the letter of an item at the start of its first line. */
  const writeLetter = (): void => {
    const host = open.findLast(({ shape }) => !standsInLine(shape) && !shape.isCode);
    const inner = open.at(-1) === host ? null : (host?.copy.lastChild ?? null);
    host?.copy.insertBefore(inert.createTextNode(`${letter} `), inner);
    letter = '';
  };
  const close = (): Opened | undefined => {
    const closed = open.pop();
    if (!closed) return undefined;
    if (letter !== '' && closed.shape.name === 'li') letter = '';
    const parent = open.at(-1);
    const after = closed.said?.after;
    if (after) writer.say(after, closed.shape, closed.copy);
    writer.close(closed.shape, parent?.shape ?? around, after !== undefined && after.text !== '');
    if (closed.note) {
      const { copy, rendered, line } = closed.note;
      writer.goBack(line);
      const host = open.findLast(({ shape }) => !standsInLine(shape)) ?? open[0];
      if (host) notes.add({ copy, rendered, host, before: line.last });
    }
    notes.place(closed, inert);
    if (closed.items !== parent?.items) closed.items?.arrange(closed.copy);
    const isThinned = thinned.size > 0 && thinned.has(closed.own);
    // A heading without content shows nothing.
    const mayBeBare =
      isThinned || headings.has(closed.shape.name || (closed.shape.rendered?.name ?? ''));
    if (!parent || !mayBeBare || !isElement(closed.own)) return closed;
    if (isBare(closed.own)) {
      closed.own.remove();
      if (isThinned) thinned.add(parent.own);
    }
    return closed;
  };
  for (const live of startChain.slice(1, startChain.length - above.length + 1).reverse()) {
    const rendered = (open.at(-1)?.shape ?? around).rendered;
    openCopy(live, isElement(live) ? new Rendered(live, rendered ?? null) : undefined);
  }
  const root = open[0]?.own;
  const started = [...open];

  isWalking = true;
  let length = 0;
  let node: Node | null = first;
  walk: while (node && open.length > 0) {
    options.deadline?.check();
    if (node === stop && !endsInText) break;
    const into = open.at(-1) as Opened;
    if (isText(node)) {
      const data = textData(node);
      const begins = node === span.start.node ? span.start.offset : 0;
      const from = marks.size > 0 ? Math.max(begins, marks.get(node) ?? 0) : begins;
      const to = node === stop ? span.end.offset : data.length;
      const text = data.slice(from, to);
      if (text !== '' && !into.shape.rendered?.hidesText) {
        length += text.length;
        if (!into.shape.isCode && /\S/.test(text)) lines.end();
        if (letter !== '' && /\S/.test(text)) writeLetter();
        if (length > maxText) throw new TooLargeError('Too much text is selected');
        writer.text(text, node, into);
      }
      if (node === stop) break;
    } else if (isElement(node)) {
      const rendered = new Rendered(node, into.shape.rendered ?? null);
      const isHidden = options.unseen ? rendered.isGone : rendered.isHidden;
      const isLiteral = into.shape.isCode || into.shape.isFormula;
      const { name } = rendered;
      const isShown = replaced.has(name) || !isHidden;
      const instead = isShown && !isLiteral ? standIn(rendered, inert) : undefined;
      if (instead) {
        if (instead.copy) {
          lines.end();
          into.copy.appendChild(instead.copy);
          into.items?.add(instead.copy, rendered, false);
          writer.endLine();
        }
        if (instead.missing) options.missing?.add(instead.missing);
        if (endChain.has(node)) break;
      } else if (
        !isShown ||
        isHidden ||
        (rendered.classes !== '' && isPartOfCodeBar(node, into.shape.isCode, rendered.classes)) ||
        (into.shape.isCode && (codeCell(rendered) === 'number' || isToolOfCode(rendered))) ||
        (unwritten.size > 0 && unwritten.has(node)) ||
        isPromptOfCode(node) ||
        (!isLiteral && isBar(node)) ||
        (!isLiteral && !options.unseen && isClippedSlide(rendered, into.shape.rendered))
      ) {
        if (endChain.has(node)) break;
      } else if ((rendered.role === 'tab' || name === 'label') && isTabOfHidden(node)) {
        if (endChain.has(node)) break;
        thinned.add(into.own);
      } else if (rendered.role === 'checkbox' && name !== 'input' && isBox(node)) {
        into.copy.appendChild(boxOf(isTicked(node), inert));
        if (endChain.has(node)) break;
      } else if (name === 'input' && isInputButton(node)) {
        writer.label(node, into.copy);
      } else if (name === 'input' && isFixedBox(node) && !open.some(isOpenItem)) {
        const sign = (node as HTMLInputElement).checked ? '☑' : '☐';
        into.copy.appendChild(inert.createTextNode(` ${sign} `));
      } else if (leaves.has(name)) {
        const leaf = into.copy.appendChild(copyElement(node, inert, '', name));
        into.items?.add(leaf, rendered, name === 'img');
        lines.end();
        if (name === 'img') writer.picture(leaf);
        else if (name !== 'wbr') writer.endLine();
      } else {
        const child = flatFirstChild(node);
        // A link without words shows nothing, or a picture by CSS.
        if (child || name !== 'a') {
          openCopy(node, rendered);
          if (name === 'li' && rendered.role === 'checkbox') {
            open.at(-1)?.copy.appendChild(boxOf(isTicked(node), inert));
          }
          const label = counters.labelOf(rendered);
          if (label !== '') open.at(-1)?.copy.appendChild(inert.createTextNode(label));
          const opened = open.at(-1);
          if (opened?.said) writer.say(opened.said.before, opened.shape, opened.copy);
        } else if (endChain.has(node)) break;
        if (child) {
          options.pace?.advance(1);
          node = child;
          continue;
        }
        if (name !== 'a') close();
      }
    }
    if (options.pace && isElement(node)) options.pace.advance(1 + elementsUnder(node, '*').length);
    let next = flatNextSibling(node, positions);
    while (!next) {
      const closed = close();
      if (!closed || open.length === 0) break walk;
      next = flatNextSibling(closed.live, positions);
    }
    node = next;
  }
  if (!root) return inert.createDocumentFragment();
  diffs.finish();
  for (const [index, opened] of open.entries()) {
    const { items, copy } = opened;
    if (items !== open[index - 1]?.items) items?.arrange(copy);
    notes.place(opened, inert);
  }
  const edges = { started, first, ended: [...open], above: outer, start: span.start };
  return inContext(root, edges, inert);
}
