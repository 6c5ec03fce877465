import { type Rule, setApart } from './rule.ts';

const entity = /&(?=#\d+;|#x[\da-f]+;|[a-z][a-z\d]{1,31};)/gi;

const fences = { '`': /^[ \t]*(`{3,})/gm, '~': /^[ \t]*(~{3,})/gm };

/** Returns a fence longer than any at the start of the code's lines. */
function fenceAround(code: string, character: '`' | '~'): string {
  let length = 3;
  for (const match of code.matchAll(fences[character])) {
    length = Math.max(length, (match[1] as string).length + 1);
  }
  return character.repeat(length);
}

export const codeBlock: Rule<'PRE'> = {
  filter: 'PRE',
  replacement(_content, node) {
    const language = node.language
      .replace(/\\(?=[!-/:-@[-`{-~])/g, '\\\\')
      .replace(entity, '&amp;');
    // An info string with a backtick can only follow tildes.
    const fence = fenceAround(node.text, language.includes('`') ? '~' : '`');
    const code = node.text === '' ? '' : `${node.text}\n`;
    return setApart(`${fence}${language}\n${code}${fence}`, node);
  },
};
