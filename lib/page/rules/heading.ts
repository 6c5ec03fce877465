import { inlineMarkdown } from '../escape/inline-markdown.ts';
import { type Rule, setApart } from './rule.ts';

/** ATX headings; an empty one stays one. */
export const heading: Rule<'H1'> = {
  filter: 'H1',
  replacement(_content, node, { form }) {
    const text = inlineMarkdown(node.run, 'heading', form);
    return setApart(`${'#'.repeat(node.level)} ${text}`.trimEnd(), node);
  },
};
