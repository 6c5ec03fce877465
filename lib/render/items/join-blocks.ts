import { scanBlocks } from '../../markdown/blocks/scan.ts';
import type { Block } from './block.ts';

/**
 * Joins blocks in their order, with one blank line between them; adjacent bullets form one tight
 * list.
 * @param textOf what to write for a block; its Markdown decides about its neighbours
 */
export function joinBlocks<B extends Block>(
  blocks: readonly B[],
  textOf: (block: B) => string = ({ markdown }) => markdown,
): string {
  let out = '';
  let previous: Block | undefined;
  for (const block of blocks) {
    if (block.markdown === '') continue;
    if (previous) out += separator(previous, block);
    out += textOf(block);
    previous = block;
  }
  return out;
}

/** Returns what goes between two blocks. */
export function separator(previous: Block, next: Block): string {
  if (previous.bullet && next.bullet) return '\n';
  // An indented beginning would belong to the list item before it; a comment ends the list.
  if (/^(?: {2}|\t| \t)/.test(next.markdown) && endsInList(previous)) return '\n\n<!-- -->\n\n';
  return '\n\n';
}

function endsInList({ bullet, markdown }: Block): boolean {
  const last = scanBlocks(markdown.split('\n')).at(-1);
  return bullet || last?.containers[0]?.type === 'item';
}
