import { Parser } from 'commonmark';

/** Where the links of a Markdown text lead to, in their order, by the reference parser. */
export function linkDestinations(markdown: string): string[] {
  const found: string[] = [];
  const walker = new Parser().parse(markdown).walker();
  for (let step = walker.next(); step; step = walker.next()) {
    if (step.entering && step.node.type === 'link') found.push(step.node.destination ?? '');
  }
  return found;
}
