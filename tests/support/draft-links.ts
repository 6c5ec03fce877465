import { Parser } from 'commonmark';

/** Returns where the links of a Markdown text lead, in their order, using the reference parser. */
export function linkDestinations(markdown: string): string[] {
  const found: string[] = [];
  const walker = new Parser().parse(markdown).walker();
  for (let step = walker.next(); step; step = walker.next()) {
    if (step.entering && step.node.type === 'link') found.push(step.node.destination ?? '');
  }
  return found;
}
