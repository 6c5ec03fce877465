import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultProfile } from '../../lib/core/post/profile.ts';
import { composeDraft } from '../../lib/render/compose.ts';
import { quarto } from '../../lib/render/dialects/quarto.ts';
import { hostileItem, hostileWrapUp } from '../support/hostile-items.ts';
import { createNote, createQuote, createRaw, createWrapUp } from '../support/items.ts';
import { hasPandoc, type ReadByPandoc, readByPandoc } from '../support/pandoc.ts';
import { tries } from '../support/property-tries.ts';

const isHere = hasPandoc();
if (!isHere) console.info('posts for Quarto, by Pandoc: skipped, there is no pandoc');

/** Comments, and tags that CommonMark recognises, are fine; an emoji's span is Pandoc's. */
const isCode = (found: string) =>
  !/^Raw(?:Inline|Block) html|^(?:Span|Link) (?:emoji|uri|email)$/.test(found);
const codeIn = ({ found }: ReadByPandoc) => found.filter(isCode);

const piece = fc.constantFrom(
  ...[
    '{',
    '}',
    '{{< env X >}}',
    '{{<',
    '>}}',
    '{=html}',
    '{.a}',
    '{python}',
    '$',
    '$$',
    '$a$',
    '@a',
  ],
  ...[
    '[@a]',
    '\\',
    '\\\\',
    '\\begin{a}',
    '\\input{a}',
    '\\end{a}',
    '^',
    '^a^',
    '^[',
    '~',
    '~~',
    ':::',
  ],
  ...[
    '::: a\n',
    ': ',
    '| ',
    '#. ',
    '(@) ',
    '`',
    '``',
    '```\n',
    '~~~\n',
    '```js\n',
    '```{python}\n',
  ],
  ...[
    '```a b\n',
    '````\n',
    '`r a',
    '\n',
    '\n',
    '\n\n',
    '> ',
    '- ',
    '1. ',
    '# ',
    '    ',
    '      ',
    '\t',
  ],
  ...['[a](', '](', ')', '[', ']', '![', '"', '|', '| a |\n| - |\n', '*', '_', '&lt;', '<', '>'],
  ...['<b c=>', '</b>', '<!--', '-->', '<https://a.example/', '<a@b.example>', 'word', ' ', 'a'],
  ...['[^1]: ', '[^1]', '---\n', '===\n', '[a]: ', 'a: b\n'],
);
const { numRuns } = tries(2000);
const sample = <T>(arbitrary: fc.Arbitrary<T>, count: number) =>
  fc.sample(arbitrary, { seed: fc.readConfigureGlobal().seed ?? 0, numRuns: count });

describe.runIf(isHere)('to Pandoc', () => {
  it('is code what is not made safe', () => {
    const texts = ['`a`{=tex}', '\\input{a}', '$a$', '[@a]', '# a {b=c}', '---\na: b\n---\n\nc'];
    for (const read of readByPandoc(texts)) expect(codeIn(read)).not.toEqual([]);
  });

  it('any text is text', () => {
    const texts = sample(fc.array(piece, { maxLength: 20, size: 'max' }), numRuns).map((pieces) =>
      pieces.join(''),
    );
    const safe = texts.map((text) => quarto.makeSafe(text));
    for (const [at, read] of readByPandoc(safe).entries()) {
      const about = { text: texts[at], safe: safe[at] };
      expect({ ...about, code: codeIn(read) }).toEqual({ ...about, code: [] });
      // Quarto and knitr search for these before Pandoc reads the text.
      expect(safe[at]).not.toMatch(/\{\{<|^[^\S\n]*```+[^\S\n]*\{|`r[ #]/m);
      expect(safe[at]?.split('\n')).toHaveLength(texts[at]?.split('\n').length ?? 0);
    }
  });

  it('a post has nothing from a page that is code', () => {
    const posts = sample(
      fc.tuple(hostileWrapUp, fc.array(hostileItem, { maxLength: 2 })),
      Math.ceil(numRuns / 40),
    );
    const bodies = posts.map(([wrapUp, items]) => {
      const draft = composeDraft(wrapUp, items, { ...defaultProfile, layout: 'quarto' });
      if (!draft.ok) throw new Error(draft.error.detail);
      return draft.value.replace(/^---\n[\s\S]*?\n---\n/, '');
    });
    for (const [at, read] of readByPandoc(bodies).entries()) {
      expect({ body: bodies[at], code: codeIn(read) }).toEqual({ body: bodies[at], code: [] });
      expect(read.words).toMatch(/Last words\.$/);
    }
  });

  it('is code what its note-taker wrote as typed', () => {
    const items = [
      createRaw({ note: '`a`{=tex}' }),
      createNote({ note: 'As $typed$', asTyped: true }),
      createNote({ note: 'As $before$' }),
      createQuote({ markdown: 'Of a page, $5 and 6$' }),
    ];
    const draft = composeDraft(createWrapUp(), items, { ...defaultProfile, layout: 'quarto' });
    const [read] = readByPandoc([draft.ok ? draft.value : '']);
    expect(read && codeIn(read).filter((found) => !/^Meta/.test(found))).toEqual([
      'RawInline tex a',
      'Math typed',
    ]);
    expect(read?.words).toContain('$5 and 6$');
  });
});
