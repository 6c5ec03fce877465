import { isTransparent } from './drawn-away.ts';
import type { Rendered } from './rendered.ts';

/** True for a label that a reader sees as a box. A highlight may cover the middle of a word. */
export function isFramed(rendered: Rendered, side: 'start' | 'end'): boolean {
  if (rendered.name === 'mark') return false;
  if (Number.parseFloat(rendered.value(`border-inline-${side}-width`)) > 0) return true;
  const background = rendered.value('background-color');
  return background !== '' && !isTransparent(background);
}
