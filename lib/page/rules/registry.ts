import { codeBlock } from './code-block.ts';
import { definition } from './definition.ts';
import { heading } from './heading.ts';
import { bulletList, listItem, numberedList } from './list.ts';
import { paragraph } from './paragraph.ts';
import { quote } from './quote.ts';
import type { AnyRule } from './rule.ts';
import { table } from './table.ts';
import { thematicBreak } from './thematic-break.ts';

/**
 * All rules by name. No two handle the same node, so their order only affects the time, as Turndown
 * tries the last one first. The most frequent come last.
 */
export const rules: Readonly<Record<string, AnyRule>> = {
  thematicBreak,
  definition,
  table,
  quote,
  codeBlock,
  numberedList,
  bulletList,
  heading,
  listItem,
  paragraph,
};
