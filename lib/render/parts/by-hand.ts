import { mergeText } from '../../core/merge/merge-text.ts';
import type { Part } from '../../core/post/item.ts';

const wordsOf = (markdown: string) => markdown.replace(/\s+/g, ' ').trim();

/**
 * True if the template's output for a part has changed since the part was taken over to be written
 * by hand. Different line ends do not count, because the wrap column has nothing to do with the
 * details.
 */
export function isOutdated(
  { byHand, base }: Pick<Part, 'byHand' | 'base'>,
  output: string,
): boolean {
  return byHand && wordsOf(base) !== wordsOf(output);
}

/** Returns the changes that make a part written by hand, starting with the template's text. */
export function writeByHand(output: string): Pick<Part, 'byHand' | 'note' | 'base'> {
  return { byHand: true, note: output, base: output };
}

/** Makes a part follow the template again. */
export const backToTemplate: Pick<Part, 'byHand' | 'note' | 'base'> = {
  byHand: false,
  note: '',
  base: '',
};

/** Keeps the part's own words, whatever the template now prints. */
export function keepMine(output: string): Pick<Part, 'base'> {
  return { base: output };
}

/**
 * Merges the template's current output for a part into what was written by hand meanwhile.
 * @returns `clash` if both changed the same words: both are in the note
 */
export function takeOver(
  { note, base }: Pick<Part, 'note' | 'base'>,
  output: string,
): { changes: Pick<Part, 'note' | 'base'>; clash: boolean } {
  const { text, clash } = mergeText(base, note, output);
  return { changes: { note: text, base: output }, clash };
}
