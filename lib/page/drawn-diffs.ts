import type { Rendered } from './rendered.ts';
import { documentView, ownerDocument } from './safe-dom.ts';

/** Class names of added or removed lines; the style says whether a sign is drawn. */
const changed =
  /(?:^|[\s_-])(?:diff|add(?:ed|ition)?|ins(?:erted)?|del(?:eted|etion)?|remov(?:e|ed))(?:$|[\s_-])/i;

/** Returns the sign that a style draws before a line of code; '' if none. */
function drawnSign({ element, classes }: Rendered): '' | '+' | '-' {
  if (classes === '' || !changed.test(classes)) return '';
  const doc = ownerDocument(element);
  const style = doc && documentView(doc)?.getComputedStyle(element, '::before');
  const sign = /^"\s*([+\-\u2212])\s*"/.exec(style?.content ?? '')?.[1];
  if (!style || sign === undefined || style.display === 'none') return '';
  return sign === '+' ? '+' : '-';
}

/**
 * Lines of code before which a style draws a sign that nobody can select: VitePress, Shiki and
 * others show diffs like this. Their copies mark the sign as GitHub's pages do
 * (`data-code-marker`).
 */
export class DrawnDiffs {
  private readonly lines = new Set<Element>();

  read(rendered: Rendered, copy: Element): void {
    const sign = drawnSign(rendered);
    if (sign === '') return;
    copy.setAttribute('data-code-marker', sign);
    this.lines.add(copy);
  }

  /** The lines beside them were neither added nor removed. */
  finish(): void {
    const blocks = new Set([...this.lines].map((line) => line.parentElement));
    for (const block of blocks) {
      for (const line of block?.children ?? []) {
        if (!line.hasAttribute('data-code-marker')) line.setAttribute('data-code-marker', ' ');
      }
    }
  }
}
