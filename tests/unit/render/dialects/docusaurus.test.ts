import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultProfile } from '../../../../lib/core/post/profile.ts';
import { composeDraft } from '../../../../lib/render/compose.ts';
import { docusaurus } from '../../../../lib/render/dialects/docusaurus.ts';
import { hostileItem, hostileWrapUp } from '../../../support/hostile-items.ts';
import { createNote, createQuote, createRaw, createWrapUp } from '../../../support/items.ts';
import { codeInMdx } from '../../../support/mdx.ts';
import { tries } from '../../../support/property-tries.ts';

it.each([
  ['an expression', 'a {b} c', 'a &#123;b} c'],
  ['a tag, with a backslash or without', '\\<B> < 3', '&#60;B> &#60; 3'],
  ['a module', 'import a\n> export b\nexport c', '&#105;mport a\n> &#101;xport b\n&#101;xport c'],
  ['a directive', ':::note\n:a[b]', '\\:::note\n\\:a[b]'],
  ['the id of a heading', '# a {#b}', '# a &#123;\u200b#b}'],
  [
    'an autolink',
    '<https://a.example/_b_>',
    '[https://a.example/&#95;b&#95;](https://a.example/_b_)',
  ],
  ['an address of mail', '<a@b.example>', '[a@b.example](mailto:a@b.example)'],
  ['code', '`{a} <b>`\n\n```js\n{a}\n```', '`{a} <b>`\n\n```js\n{a}\n```'],
  ['code that is only indented', '    <b>`{a}`', '    &#60;b>&#96;&#123;a}&#96;'],
  ['code in two cells', '`a | {b}`', 'a &#124; &#123;b}'],
  [
    'code that would lose its fence',
    '```mdx-code-block\n<B/>\n```',
    '```\u200bmdx-code-block\n<B/>\n```',
  ],
  ['the end of the summary in code', '`<!-- truncate -->`', '`<!--\u200b truncate -->`'],
  ['the end of the summary in prose', '\\<!-- truncate -->', '&#60;!-- truncate -->'],
  ['its note-taker’s own end of the summary', '<!-- truncate -->', ' {/* truncate */}'],
  ['what is hidden', '<!--\n\na {b} */\n\n-->', '\n\n{/* a &#123;b&#125; *&#47; */}\n\n{/* */}'],
  ['HTML', '<div class="a">{b}</div>', '&#60;div class="a">&#123;b}&#60;/div>'],
])('%s is text', (_, markdown, safe) => {
  expect(docusaurus.makeSafe(markdown)).toBe(safe);
});

it('is told by the parser where there is code', () => {
  expect(codeInMdx('a {b}\n\n{/* c */}')).toEqual(['{b}']);
  expect(codeInMdx('import a from "b"')).toEqual(['import a from "b"']);
  expect(codeInMdx('a <B/> `{c}`')).toEqual(['<B/>']);
  expect(() => codeInMdx('a <b')).toThrow();
});

const piece = fc.constantFrom(
  ...['{', '}', '{{', '{/*', '*/}', '{canary}', '<', '>', '<B>', '</B>', '<B x={canary}>', '<br/>'],
  ...['<!--', '-->', '<!-- truncate -->', '{/* truncate */}', 'import a from "b"', 'import '],
  ...['export const a = canary', ':::note\n', ':a[b]', '{#id}', '\\', '\\\\', '`', '``', '```\n'],
  ...['~~~\n', '```js\n', '```mdx-code-block\n', '````\n', '\n', '\n', '\n\n', '> ', '- ', '1. '],
  ...['# ', '    ', '      ', '\t', '[a](', '](', ')', '[', ']', '![', '"', '|', '| a |\n| - |\n'],
  ...['*', '_', '$', '&lt;', '<div>\n', '<pre>', '<?', '<https://a.example/', '<a@b.example>'],
  ...['word', ' ', 'a', '[^1]: ', '[^1]', '---\n', '===\n', '[a]: '],
);
const runs = tries(800);

/** Returns what is written, without what makes it safe. */
const letters = (markdown: string) =>
  markdown
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&amp;', '&')
    .replace(/\]\((?:mailto:|https:)[^)]*\)/g, '')
    .replace(/[^a-z\d]/g, '');

it('any text can be built, runs nothing, and has its words and lines', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20, size: 'max' }), (pieces) => {
      const markdown = pieces.join('');
      const safe = docusaurus.makeSafe(markdown);
      expect(codeInMdx(safe)).toEqual([]);
      expect(safe).not.toMatch(/^ *```[^\S\n]*mdx-code-block/m);
      expect(safe.split('\n')).toHaveLength(markdown.split('\n').length);
    }),
    runs,
  );
});

it('keeps the words of any text', () => {
  const withoutLinks = piece.filter((each) => !/[[\](]|https|@/.test(each));
  fc.assert(
    fc.property(fc.array(withoutLinks, { maxLength: 20, size: 'max' }), (pieces) => {
      const markdown = pieces.join('');
      expect(letters(docusaurus.makeSafe(markdown))).toBe(letters(markdown));
    }),
    runs,
  );
});

describe('a post for Docusaurus', () => {
  const profile = { ...defaultProfile, layout: 'docusaurus' as const };
  const bodyOf = (items: Parameters<typeof composeDraft>[1], wrapUp = createWrapUp()) => {
    const draft = composeDraft(wrapUp, items, profile);
    if (!draft.ok) throw new Error(draft.error.detail);
    return draft.value.replace(/^---\n[\s\S]*?\n---\n/, '');
  };

  it('can be built, and runs nothing that is from a page', () => {
    fc.assert(
      fc.property(hostileWrapUp, fc.array(hostileItem, { maxLength: 4 }), (wrapUp, items) => {
        const body = bodyOf(items, wrapUp);
        expect(codeInMdx(body)).toEqual([]);
        expect(body).toMatch(/Last words\.\n$/);
      }),
      tries(150),
    );
  }, 120_000);

  it('runs what its note-taker wrote as typed', () => {
    const items = [
      createRaw({ note: 'import Own from "./own"' }),
      createNote({ note: 'As <Own/> typed', asTyped: true }),
      createNote({ note: 'As {before}' }),
      createQuote({ markdown: 'Of \\<Own/> a page' }),
    ];
    expect(codeInMdx(bodyOf(items))).toEqual(['import Own from "./own"', '<Own/>']);
  });

  it('is shown without its comments, and with those that are code', () => {
    const shown = docusaurus.shown?.('a {/* b */}\n\n```\n{/* c */}\n```\n\n`{/* d */}`');
    expect(shown).toBe('a \n\n```\n{/* c */}\n```\n\n`{/* d */}`');
  });

  it('has a comment of MDX where two blocks would be one list', () => {
    const items = [
      createNote({ note: 'a', form: 'bullet' }),
      createNote({ note: '  b', form: 'paragraph' }),
    ];
    expect(bodyOf(items)).toContain('{/* */}');
  });
});
