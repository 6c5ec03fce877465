import { BesideNotes } from './beside-notes.ts';
import type { Deadline } from './deadline.ts';
import { type Generated, isIcon, signAt } from './generated.ts';
import { withoutInvisible } from './invisible.ts';
import { keptLines, type LinePiece } from './kept-lines.ts';
import { areLettersUnseen } from './letter-colour.ts';
import { attribute, isElement, localName, nextSibling, previousSibling } from './safe-dom.ts';
import { isItemIn, leavesGap, type Shape, type Surroundings, standsInLine } from './shape.ts';

/** The start or end of an element between two texts of a line. */
interface Edge {
  shape: Shape;
  side: 'start' | 'end';
  isItem: boolean;
  /** What a style writes there is in the copy. */
  isSaid?: boolean;
}

/** The state of a line that a note interrupts. */
export interface OpenLine {
  tail: string;
  edges: Edge[];
  last: Text | undefined;
}

export interface LineOptions {
  deadline?: Deadline | undefined;
  /** Includes letters that are too small to see. */
  unseen?: boolean | undefined;
}

/** More elements than ever begin and end between two words. */
const maxEdges = 24;
/** Replaces anything that is no text. */
const objectMark = '\ufffc';
const hasLetters = /\S/;
const endsInWord = /[\p{L}\p{N}]$/u;
const beginsWord = /^[\p{L}\p{N}]/u;
const keepsSpaces = /[\t\n\r]| {2}/;
const beforeGap = /[^\s([{“‘«/\u00a0-]$/u;
const afterGap = /^[^\s.,;:!?)\]}”’»…/\u00a0-]/u;

/**
 * Writes the texts of a page into its copy as the page shows them: line ends that a style keeps
 * become breaks, and words that margins, a flex box or a grid separate get the space that a reader
 * sees.
 */
export class LineWriter {
  private readonly inert: Document;
  private readonly options: LineOptions;
  /** The end of the previous text in the same line. */
  private tail = '';
  private edges: Edge[] = [];
  private last: Text | undefined;
  /** The end of the words right before a picture that has no text. */
  private beforePicture = '';
  /** The code that is being written is part of a line, not a block. */
  private isCodeInLine = false;
  /** Notes in the line; they need to know whether it continues. */
  readonly notes = new BesideNotes();

  constructor(inert: Document, options: LineOptions = {}) {
    this.inert = inert;
    this.options = options;
  }

  /** Writes the words on a button that has them as its value. */
  label(input: Element, into: Node): void {
    const words = withoutInvisible(attribute(input, 'value'));
    if (words !== '') into.appendChild(this.inert.createTextNode(words));
    this.endLine();
  }

  /** An element begins. */
  open(shape: Shape, around: Surroundings): void {
    this.edge(shape, around, 'start', false);
  }

  /**
   * An element has ended.
   * @param isSaid what a style writes at its end is in the copy
   */
  close(shape: Shape, around: Surroundings, isSaid = false): void {
    this.edge(shape, around, 'end', isSaid);
  }

  private edge(shape: Shape, around: Surroundings, side: Edge['side'], isSaid: boolean): void {
    const { rendered } = shape;
    if (!rendered) return;
    if (shape.isCode) {
      if (around.isCode) return;
      this.isCodeInLine = side === 'start' && standsInLine(shape);
    }
    if (!standsInLine(shape)) {
      if (!shape.isCode) this.endLine();
    } else if (this.tail !== '' && this.edges.length < maxEdges) {
      // Signs that a style draws around code (its backticks, for example) are not words.
      this.edges.push({
        shape,
        side,
        isItem: isItemIn(around, rendered),
        isSaid: isSaid || shape.isCode,
      });
    }
  }

  /** What follows is on another line than what is before it. */
  endLine(): void {
    this.tail = '';
    this.edges = [];
    this.notes.endLine();
  }

  /** The line that words are in; undefined at its start. */
  get line(): OpenLine | undefined {
    return this.tail === ''
      ? undefined
      : { tail: this.tail, edges: [...this.edges], last: this.last };
  }

  /** A note has ended, so the interrupted line continues. */
  goBack({ tail, edges, last }: OpenLine): void {
    this.tail = tail;
    this.edges = edges;
    this.last = last;
  }

  /**
   * Adds a picture to the line, separated from the words beside it if the page shows it that way.
   */
  picture(copy: Node): void {
    const gap = this.gapBefore(objectMark);
    if (gap !== '') copy.parentNode?.insertBefore(this.inert.createTextNode(gap), copy);
    const isUntold = isElement(copy) && copy.getAttribute('alt') === '';
    this.beforePicture = isUntold && gap === '' ? this.tail : '';
    this.edges = [];
    this.tail = objectMark;
  }

  /** Adds words that a style writes at the start or end of an element. */
  say({ text, isBlock, isRaised }: Generated, shape: Shape, into: Node): void {
    if (text === '') return;
    const { inert } = this;
    if (isBlock) {
      into.appendChild(inert.createElement('div')).textContent = text;
      this.endLine();
      return;
    }
    this.edges = this.edges.filter((edge) => edge.shape !== shape);
    const gap = this.gapBefore(text);
    if (gap !== '') into.appendChild(inert.createTextNode(gap));
    const holder = isRaised ? into.appendChild(inert.createElement('sup')) : into;
    holder.appendChild(inert.createTextNode(text));
    this.edges = [];
    this.tail = text.slice(-2);
  }

  /** @param live the text as it is in the page, of which `written` is all or a part */
  text(written: string, live: Text, into: { copy: Node; shape: Surroundings }): void {
    const { copy, shape } = into;
    const data = withoutInvisible(written);
    if (data === '') return;
    const { rendered } = shape;
    if (shape.isCode && this.isCodeInLine && isElement(copy)) {
      this.codeInLine(data, live, copy);
      return;
    }
    if (shape.isCode || shape.isFormula || !rendered || rendered.display === '') {
      copy.appendChild(this.inert.createTextNode(data));
      this.endLine();
      return;
    }
    const isWorded = hasLetters.test(data);
    if (!this.options.unseen && (rendered.isTiny || (isWorded && areLettersUnseen(rendered))))
      return;
    if (isWorded) {
      if (isIcon(data, rendered)) return;
      this.notes.goOn(live);
      this.last = live;
    }
    const gap = this.gapBefore(data) || this.roomOfPicture(data);
    if (gap !== '') copy.appendChild(this.inert.createTextNode(gap));
    this.edges = [];
    this.tail = data.slice(-2);
    const whiteSpace = keepsSpaces.test(data) ? rendered.whiteSpace : 'collapsed';
    if (whiteSpace === 'collapsed' || (!isWorded && isBetweenBlocks(live))) {
      copy.appendChild(this.inert.createTextNode(data));
      return;
    }
    const isAlone = rendered.isBlock;
    const pieces = keptLines(data, {
      isFirst: isAlone && previousSibling(live) === null,
      isLast: isAlone && nextSibling(live) === null,
      keepsSpaces: whiteSpace === 'kept',
    });
    for (const piece of pieces) {
      this.options.deadline?.check();
      copy.appendChild(this.piece(piece));
    }
  }

  /** Writes code among words; like other words, it may be separated from them. */
  private codeInLine(data: string, live: Text, copy: Element): void {
    if (hasLetters.test(data)) {
      this.notes.goOn(live);
      this.last = live;
    }
    const gap = this.gapBefore(data);
    if (gap !== '') {
      const code = copy.closest('code, kbd, samp, tt') ?? copy;
      code.parentNode?.insertBefore(this.inert.createTextNode(gap), code);
    }
    copy.appendChild(this.inert.createTextNode(data));
    this.edges = [];
    this.tail = data.slice(-2);
  }

  /**
   * Returns what a reader sees between the previous words and these, if the page has no text there.
   */
  private gapBefore(data: string): string {
    if (this.edges.length === 0 || !beforeGap.test(this.tail) || !afterGap.test(data)) return '';
    const hasGap = this.edges.some(({ shape, side, isItem }) => leavesGap(shape, side, isItem));
    const sign = this.edges.some(isNote) ? '' : this.edges.map(signOf).join('');
    if (hasGap && /\S/.test(sign)) {
      const isApart = afterGap.test(sign);
      return `${isApart ? ' ' : ''}${sign}${/\s$/.test(sign) ? '' : ' '}`;
    }
    if (/\S/.test(sign)) return sign;
    return hasGap || sign !== '' ? ' ' : '';
  }

  /**
   * Returns a space if words are on both sides of a picture: they stay separate even if the picture
   * is left out like an icon.
   */
  private roomOfPicture(data: string): string {
    const isBetween = this.tail === objectMark && endsInWord.test(this.beforePicture);
    return isBetween && beginsWord.test(data) ? ' ' : '';
  }

  private piece(piece: LinePiece): Node {
    const { inert } = this;
    switch (piece.type) {
      case 'text':
        return inert.createTextNode(piece.text);
      case 'break':
        return inert.createElement('br');
      case 'code': {
        const pre = inert.createElement('pre');
        pre.textContent = piece.text;
        return pre;
      }
      case 'list': {
        const list = inert.createElement(piece.first === null ? 'ul' : 'ol');
        if (piece.first !== null && piece.first !== 1)
          list.setAttribute('start', String(piece.first));
        for (const item of piece.items) {
          list.appendChild(inert.createElement('li')).textContent = item;
        }
        return list;
      }
    }
  }
}

/** The number of a note comes right after a word. */
const isNote = ({ shape }: Edge): boolean => shape.rendered?.name === 'sup';

const signOf = ({ shape, side, isSaid }: Edge): string =>
  shape.rendered && !isSaid ? signAt(shape.rendered.element, side) : '';

/** This is layout of the source, which makes no line. */
function isBetweenBlocks(live: Text): boolean {
  const [before, after] = [previousSibling(live), nextSibling(live)];
  if (!before || !after) return true;
  return [before, after].some(
    (node) =>
      isElement(node) && /^(?:p|div|ul|ol|table|h[1-6]|section|pre|br)$/.test(localName(node)),
  );
}
