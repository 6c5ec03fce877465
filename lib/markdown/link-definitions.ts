import { readBlocks } from './read.ts';

/**
 * Returns all link definitions of a text, one on each line, so that its blocks can be shown one by
 * one; '' for none.
 */
export function linkDefinitions(text: string): string {
  if (!/^[ >*+-]*\[[^\]\n]+\]:/m.test(text)) return '';
  return readBlocks(text)
    .filter(({ kind }) => kind === 'definition')
    .map(({ start, end }) => text.slice(start, end).replace(/^[ >]+/gm, ''))
    .join('\n');
}
