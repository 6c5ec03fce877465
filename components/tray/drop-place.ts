import type { After } from '../../lib/core/post/arrange.ts';
import { linkFieldOf } from '../links/link-field.ts';

/** Between which blocks of the post something would go. */
export interface DropPlace {
  /** Below this block, or above all of them (null). */
  after: After;
  /** The block that shows it, and on which of its sides. */
  mark: Element;
  side: 'above' | 'below';
}

/**
 * The place between blocks of the post that is nearest to a point of the window; undefined beside the post, over a
 * field that takes a link, and in a post without blocks.
 * @param id of what is dragged, if it is a block itself
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
