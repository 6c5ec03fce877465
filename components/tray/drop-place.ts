import type { After } from '../../lib/core/post/arrange.ts';
import { linkFieldOf } from '../links/link-field.ts';

/** A place between two blocks of the post, where something can be dropped. */
export interface DropPlace {
  /** The place is below this block, or above all blocks (null). */
  after: After;
  /** The block that shows the place. */
  mark: Element;
  /** The side of `mark` on which the place is. */
  side: 'above' | 'below';
}

/**
 * Returns the place between blocks that is nearest to a point of the window; undefined if the point
 * is outside the post or over a field that accepts a link, or if the post has no blocks.
 * @param id of the dragged item; if it is a block itself, it is ignored
 */
export function placeAt(
  { clientX, clientY }: { clientX: number; clientY: number },
  id: string,
): DropPlace | undefined {
  const beneath = document.elementFromPoint(clientX, clientY);
  const post = beneath?.closest('.desk-post');
  if (!post || linkFieldOf(beneath)) return undefined;
  const blocks = [...post.querySelectorAll<HTMLElement>('.block[data-id]')].filter(
    ({ dataset }) => dataset.id !== id,
  );
  const next = blocks.findIndex((block) => {
    const { top, bottom } = block.getBoundingClientRect();
    return clientY < (top + bottom) / 2;
  });
  const above = next < 0 ? blocks.at(-1) : blocks[next - 1];
  if (above?.dataset.id !== undefined)
    return { after: above.dataset.id, mark: above, side: 'below' };
  const [first] = blocks;
  return first && { after: null, mark: first, side: 'above' };
}
