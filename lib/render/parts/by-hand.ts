import { mergeText } from '../../core/merge/merge-text.ts';
import type { Part } from '../../core/post/item.ts';

const wordsOf = (markdown: string) => markdown.replace(/\s+/g, ' ').trim();

/**
 * True if the template makes something else of a part by now than when it was taken over to be written by
 * hand. Other line ends are no change: the column to fill at says nothing about the details.
 */
export function isOutdated(
  { byHand, base }: Pick<Part, 'byHand' | 'base'>,
  output: string,
): boolean {
  return byHand && wordsOf(base) !== wordsOf(output);
}

/** What changes in a part that is to be written by hand: it begins as the template has it. */
export function writeByHand(output: string): Pick<Part, 'byHand' | 'note' | 'base'> {
  return { byHand: true, note: output, base: output };
}

/** A part as the template has it again. */
export const backToTemplate: Pick<Part, 'byHand' | 'note' | 'base'> = {
  byHand: false,
  note: '',
  base: '',
};

/** The part's own words stay, whatever the template makes of it now. */
export function keepMine(output: string): Pick<Part, 'base'> {
  return { base: output };
}

/**
 * Takes over what the template makes of a part now into what was written by hand meanwhile.
 * @returns `clash` where both changed the same words: both stand in the note
 */
export function takeOver(
  { note, base }: Pick<Part, 'note' | 'base'>,
  output: string,
): { changes: Pick<Part, 'note' | 'base'>; clash: boolean } {
  const { text, clash } = mergeText(base, note, output);
  return { changes: { note: text, base: output }, clash };
}
