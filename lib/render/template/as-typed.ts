import type { RenderedBlock } from '../items/render-item.ts';
import { verbatimMark } from '../verbatim.ts';

/**
 * Blocks that are written as typed, kept apart while the text around them is made safe; a mark
 * replaces each meanwhile.
 */
export class AsTyped {
  readonly texts: string[] = [];

  readonly mark = ({ asTyped, markdown }: RenderedBlock): string =>
    asTyped && markdown !== '' ? verbatimMark(this.texts.push(markdown) - 1, 'typed') : markdown;
}
