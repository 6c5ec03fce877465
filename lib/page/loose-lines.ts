import type { Rendered } from './rendered.ts';
import { contains, parentElement, previousElement, textContent } from './safe-dom.ts';

interface Line {
  copy: Element;
  rendered: Rendered;
}

/** The most empty lines between two lines of one block. */
const maxEmpty = 3;
/** In line heights: lines of one block are nearer than this, blocks are not. */
const near = 0.3;
/** The most elements around a line inside the box that contains all lines. */
const maxAround = 3;

const lineHeight = (rendered: Rendered): number =>
  Number.parseFloat(rendered.value('line-height')) || rendered.fontSize * 1.3;

/**
 * Lines of code that a page shows below one another, each in its own box, without a box around them
 * that is marked as code. Logs and terminals are written in this way. They become one block.
 */
export class LooseLines {
  private last: Line | undefined;

  /** Ends the block, because other content follows. */
  end(): void {
    this.last = undefined;
  }

  /** Begins a block with the copy of its first line. */
  begin(copy: Element, rendered: Rendered): void {
    this.last = rendered.hasBox && rendered.name !== 'pre' ? { copy, rendered } : undefined;
  }

  /** Adds a line to the block above it; undefined if it continues no block. */
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

/** Returns the number of elements without words between two lines; 0 if there is anything else. */
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
