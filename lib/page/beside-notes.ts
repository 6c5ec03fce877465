import type { Opened } from './clone-context.ts';
import type { OpenLine } from './line-writer.ts';
import { Rendered } from './rendered.ts';
import { areBeside } from './row-boxes.ts';
import {
  createRange,
  isElement,
  isText,
  ownerDocument,
  parentNode,
  previousSibling,
  textContent,
  textData,
} from './safe-dom.ts';

/** A first letter may be a float. */
const maxLetters = 2;
/** Notes of a word or two stay in the line, at its end. */
const inLine = /^\s*\S{1,20}(?:\s+\S{1,20})?\s*$/;

interface Note {
  copy: Element;
  rendered: Rendered;
  host: Opened;
  /** The text before it. */
  before: Text | undefined;
}

/**
 * Notes that a style takes out of the line in which they are written: beside the text, in its
 * margin, over it. A reader continues in the line, and reads them after it.
 */
export class BesideNotes {
  /** Notes that no words have followed yet. */
  private pending: Note[] = [];
  private readonly moved = new Map<Opened, Note[]>();

  /** True if an element in a line of words is such a note. */
  isNote(rendered: Rendered): boolean {
    if (!rendered.isBlock || !rendered.isOutOfFlow || !rendered.hasBox) return false;
    const words = textContent(rendered.element) ?? '';
    if (words.trim().length <= maxLetters && rendered.value('float') === 'left') return false;
    return /[\p{L}\p{N}]/u.test(words);
  }

  /** A note has ended, and the line continues. */
  add(note: Note): void {
    this.pending.push(note);
  }

  endLine(): void {
    if (this.pending.length > 0) this.pending = [];
  }

  /** Words follow in the line. */
  goOn(live: Text): void {
    if (this.pending.length === 0) return;
    for (const note of this.pending) {
      if (standsBetween(note, live)) continue;
      const notes = this.moved.get(note.host) ?? [];
      notes.push(note);
      this.moved.set(note.host, notes);
    }
    this.pending = [];
  }

  /** A block has ended, so its notes follow. */
  place(host: Opened, inert: Document): void {
    const notes = this.moved.get(host);
    if (!notes) return;
    this.moved.delete(host);
    const own = host.own as Element;
    let last: Node = own;
    for (const { copy } of notes) {
      const isShort =
        inLine.test(copy.textContent ?? '') && !copy.querySelector('p, div, ul, ol, br');
      if (isShort) {
        host.copy.appendChild(inert.createTextNode(' '));
        host.copy.appendChild(copy);
        continue;
      }
      const apart = inert.createElement('div');
      apart.appendChild(copy);
      // A paragraph can't contain blocks.
      if (/^(?:p|h[1-6])$/.test(own.localName ?? '') && last.parentNode) {
        last.parentNode.insertBefore(apart, last.nextSibling);
        last = apart;
      } else own.appendChild(apart);
    }
  }
}

/** Returns the line of an element in which a selection begins; undefined if it begins its line. */
export function lineBefore({ element, isBlock }: Rendered): OpenLine | undefined {
  if (!isBlock) return undefined;
  let before = previousSibling(element);
  while (isText(before) && !/\S/.test(textData(before))) before = previousSibling(before);
  const isInLine = isElement(before)
    ? !new Rendered(before).isBlock && /\S/.test(textContent(before) ?? '')
    : isText(before);
  return isInLine ? { tail: '', edges: [], last: undefined } : undefined;
}

/** True if it is within the line after all, between the words before and after it. */
function standsBetween({ before, rendered }: Note, after: Text): boolean {
  const doc = ownerDocument(after);
  if (!doc) return false;
  const { box } = rendered;
  const end = edgeOf(doc, after, false);
  if (!end || !areBeside(end, box)) return false;
  // A selection begins in it.
  if (!before) return rendered.position === 'absolute' && box.right <= end.left + 1;
  const start = edgeOf(doc, before, true);
  if (!start || !areBeside(start, box)) return false;
  const isRight = start.right <= box.left + 1 && box.right <= end.left + 1;
  const isLeft = end.right <= box.left + 1 && box.right <= start.left + 1;
  return isRight || isLeft;
}

/** Returns the box of the last or first letter of a text. */
function edgeOf(doc: Document, text: Text, isLast: boolean): DOMRect | undefined {
  const data = textData(text);
  const at = isLast ? data.trimEnd().length - 1 : data.search(/\S/);
  if (at < 0 || !parentNode(text)) return undefined;
  const range = createRange(doc);
  range.setStart(text, at);
  range.setEnd(text, at + 1);
  return range.getBoundingClientRect?.();
}
