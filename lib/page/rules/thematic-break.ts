import { type Rule, setApart } from './rule.ts';

/** In a list item, `---` could underline a heading, and bullets could become part of it. */
export const thematicBreak: Rule<'HR'> = {
  filter: 'HR',
  replacement: (_content, node) =>
    setApart(node.parentNode?.nodeName === 'LI' ? '___' : '---', node),
};
