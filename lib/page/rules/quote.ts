import { type Rule, setApart, trimmed } from './rule.ts';

export const quote: Rule<'BLOCKQUOTE'> = {
  filter: 'BLOCKQUOTE',
  replacement(content, node) {
    const lines = trimmed(content).split('\n');
    return setApart(lines.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n'), node);
  },
};
