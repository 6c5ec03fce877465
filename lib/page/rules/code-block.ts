import { fenceFor } from '../escape/code-span.ts';
import { type Rule, setApart } from './rule.ts';

const entity = /&(?=#\d{1,7};|#x[\da-f]{1,6};|[a-z][a-z\d]{1,31};)/gi;

export const codeBlock: Rule = {
  filter: 'PRE',
  replacement(_content, node) {
    const language = node.language
      .replace(/\\(?=[!-/:-@[-`{-~])/g, '\\\\')
      .replace(entity, '&amp;');
    // An info string with a backtick can only follow tildes.
    const fence = fenceFor(node.text, language.includes('`') ? '~' : '`', 3);
    const code = node.text === '' ? '' : `${node.text}\n`;
    return setApart(`${fence}${language}\n${code}${fence}`, node);
  },
};
