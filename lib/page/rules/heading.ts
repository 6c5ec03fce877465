import { inlineMarkdown } from '../escape/inline-markdown.ts';
import { type Rule, setApart } from './rule.ts';

/** ATX headings; an empty one stays one. */
export const heading: Rule<'H1'> = {
  filter: 'H1',
  replacement(_content, node) {
    const text = inlineMarkdown(node.run, 'heading');
    return setApart(`${'#'.repeat(node.level)} ${text}`.trimEnd(), node);
  },
};
