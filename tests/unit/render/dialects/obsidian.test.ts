import { Parser } from 'commonmark';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { obsidian } from '../../../../lib/render/dialects/obsidian.ts';
import { tries } from '../../../support/property-tries.ts';
import { shownWords } from '../../../support/shown-words.ts';

it.each([
  ['a link into the vault', 'a [[b]] \\[[c]]', 'a [\u200b[b]] \\[\u200b[c]]'],
  ['a comment', 'a %% b %%%', 'a %\u200b% b %\u200b%\u200b%'],
  ['a tag', '#a b#c (#d) # e', '\\#a b#c (\\#d) # e'],
  ['a name of a block', 'a ^b-1\nx^2', 'a ^\u200bb-1\nx^2'],
  ['a callout', '> [!note] a', '> [\u200b!note] a'],
  ['a mark', '==a==', '=\u200b=a=='],
  ['a field', 'a:: b', 'a:\u200b: b'],
  [
    'a template',
    'a <% b %>\n\n```js\n<%* c %>\n```',
    'a <\u200b% b %>\n\n```js\n<\u200b%* c %>\n```',
  ],
  ['code that a plugin runs', '`= a` `$= b` `c = d`', '`\u200b= a` `\u200b$= b` `c = d`'],
  ['a query', '```dataviewjs\na\n```\n\n~~~query x\nb\n~~~', '```\na\n```\n\n~~~\nb\n~~~'],
  ['code that is shown', '```python title="a"\nb\n```', '```python\nb\n```'],
])('%s is text', (_, markdown, safe) => {
  expect(obsidian.makeSafe(markdown)).toBe(safe);
});

it.each([
  ['with its words', '![a ring](attachments/ring.png)', '![[attachments/ring.png|a ring]]'],
  ['without words', '![](attachments/my%20ring.png)', '![[attachments/my ring.png]]'],
  ['with a number, which would be its width', '![100](a.png)', '![[a.png]]'],
  ['beside others', 'x ![](a.png) ![](b.png)', 'x ![[a.png]] ![[b.png]]'],
])('a picture of the vault is embedded, %s', (_, markdown, embedded) => {
  expect(obsidian.makeSafe(markdown)).toBe(embedded);
});

it.each([
  '![a](https://a.example/b.png)',
  '![a](/b.png)',
  '[![a](b.png)](https://a.example/)',
  '![a](b%5D%5D.png)',
  '![a](<b c.png>)',
  '![a](b.png "c")',
])('a picture stays plain where an embed cannot say it: %s', (markdown) => {
  expect(obsidian.makeSafe(markdown)).toBe(markdown);
});

it('is shown with its pictures', () => {
  expect(obsidian.shown?.('![[a b.png|c]] ![[d.png]]')).toBe('![c](<a b.png>) ![](<d.png>)');
});

const piece = fc.constantFrom(
  ...[
    '[[',
    ']]',
    '[',
    ']',
    '![',
    '![[',
    '[!note]',
    '%',
    '%%',
    '==',
    '=',
    '::',
    ':',
    '<%',
    '%>',
    '#a',
  ],
  ...[
    ' ^a',
    '\n',
    '\n',
    '\n\n',
    '`',
    '``',
    '`=',
    '`$=',
    '```\n',
    '```query\n',
    '~~~base\n',
    '```js x\n',
  ],
  ...[
    '> ',
    '- ',
    '# ',
    '    ',
    '](',
    '](a.png)',
    ')',
    '"',
    '<b>',
    '<!--',
    '-->',
    '<https://a.example/',
  ],
  ...['>', '\\', '| a |\n| - |\n', 'word', ' ', '{', '$'],
);

/**
 * Returns what runs in a text, judged by its fences' languages, or by the first signs of its code
 * spans.
 */
function runIn(markdown: string): string[] {
  const found: string[] = [];
  const walker = new Parser().parse(markdown).walker();
  for (let step = walker.next(); step; step = walker.next()) {
    const { type, info, literal } = step.node;
    if (type === 'code_block' && info && info !== 'js') found.push(info);
    if (type === 'code' && /^\$?=/.test(literal ?? '')) found.push(literal ?? '');
  }
  return found;
}

it('leaves nothing that Obsidian or a plugin would take for more than text', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 16, size: 'max' }), (pieces) => {
      const markdown = pieces.join('');
      const safe = obsidian.makeSafe(markdown);
      expect(safe).not.toContain('<%');
      expect(runIn(safe)).toEqual([]);
      expect(safe.split('\n')).toHaveLength(markdown.split('\n').length);
      if (/```|~~~/.test(markdown)) return;
      if (!markdown.includes('](a.png')) expect(shownWords(safe)).toBe(shownWords(markdown));
    }),
    tries(600),
  );
});
