import { Parser } from 'commonmark';

/**
 * Returns the words of a text as CommonMark shows them, including code, without what makes them
 * safe for a generator.
 */
export function shownWords(markdown: string): string {
  const walker = new Parser().parse(markdown).walker();
  let out = '';
  for (let step = walker.next(); step; step = walker.next()) {
    if (step.entering) out += step.node.literal ?? ' ';
  }
  return out
    .replaceAll('\u200b', '')
    .replace(/&#123;|%7B/g, '{')
    .replace(/\s+/g, ' ');
}
