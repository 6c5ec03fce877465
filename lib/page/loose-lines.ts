import type { Rendered } from './rendered.ts';
import { contains, parentElement, previousElement, textContent } from './safe-dom.ts';

interface Line {
  copy: Element;
  rendered: Rendered;
}

/** More empty lines than stand between two lines of one block. */
const maxEmpty = 3;
/** In lines: nearer than blocks are to each other. */
const near = 0.3;
/** Elements around a line, within the box that holds all of them. */
const maxAround = 3;

const lineHeight = (rendered: Rendered): number =>
  Number.parseFloat(rendered.value('line-height')) || rendered.fontSize * 1.3;

/**
 * Lines of code that a page shows below one another, each in a box of its own, without one around them that is code: logs
 * and terminals are written so. They are one block.
 */
export class LooseLines {
  private last: Line | undefined;

  /** Something else follows. */
  end(): void {
    this.last = undefined;
  }

  /** Begins a block with the copy of its first line. */
  begin(copy: Element, rendered: Rendered): void {
    this.last = rendered.hasBox && rendered.name !== 'pre' ? { copy, rendered } : undefined;
  }

  /** Adds a line to the block above it; undefined where it goes on with none. */
  goOn(rendered: Rendered, inert: Document): Element | undefined {
    const { last } = this;
    if (!last || rendered.name === 'pre' || !rendered.hasBox) return undefined;
    const [above, own] = [last.rendered.box, rendered.box];
    if (Math.abs(above.left - own.left) > 1) return undefined;
    const lines = (own.top - above.bottom) / lineHeight(rendered);
    if (lines < -near) return undefined;
    const empty = lines < near ? 0 : emptyBetween(last.rendered.element, rendered.element);
    if (lines > empty + near) return undefined;
    for (let at = 0; at < empty; at++) last.copy.appendChild(inert.createElement('div'));
    this.last = { copy: last.copy, rendered };
    return last.copy.appendChild(inert.createElement('div'));
  }
}

/** Returns the number of elements without words between two lines; 0 where there is anything else. */
function emptyBetween(above: Element, line: Element): number {
  let at: Element | null = line;
  for (let step = 0; at && step < maxAround; step++, at = parentElement(at)) {
    let before = previousElement(at);
    for (let empty = 0; before && empty <= maxEmpty; empty++) {
      if (before === above || contains(before, above)) return empty;
      if (/\S/.test(textContent(before) ?? '')) return 0;
      before = previousElement(before);
    }
  }
  return 0;
}
