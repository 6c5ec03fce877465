import { inlineMarkdown } from '../escape/inline-markdown.ts';
import { type Rule, setApart } from './rule.ts';

export const paragraph: Rule<'P'> = {
  filter: 'P',
  replacement(_content, node, { form }) {
    const isItem = node.parentNode?.nodeName === 'LI' && node.previous === null;
    return setApart(inlineMarkdown(node.run, isItem ? 'item' : 'paragraph', form), node);
  },
};
