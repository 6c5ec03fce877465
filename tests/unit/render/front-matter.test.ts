import fc from 'fast-check';
import yaml11 from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml12 } from 'yaml';
import type { FieldStyle, FrontMatterStyle } from '../../../lib/core/post/front-matter-style.ts';
import { defaultProfile, type Profile } from '../../../lib/core/post/profile.ts';
import type { WrapUp } from '../../../lib/core/post/wrap-up.ts';
import { readFields } from '../../../lib/posts/front-matter/change-field.ts';
import { splitFrontMatter } from '../../../lib/posts/front-matter/split.ts';
import { fieldStyle } from '../../../lib/render/front-matter/usual.ts';
import { frontMatterText as renderFrontMatter } from '../../support/front-matter.ts';
import { createWrapUp } from '../../support/items.ts';
import { tries } from '../../support/property-tries.ts';

const render = (changes: Partial<WrapUp>) =>
  renderFrontMatter(createWrapUp(changes), defaultProfile);

/** Returns the block as Hugo finds it: between the first line and the next `---`. */
function block(frontMatter: string): string {
  const end = frontMatter.indexOf('\n---', 3);
  expect(frontMatter.startsWith('---\n')).toBe(true);
  expect(frontMatter.slice(end)).toBe('\n---\n');
  return frontMatter.slice(4, end + 1);
}

describe('front matter', () => {
  it('has spaces that break no line as they are, and names with a line below', () => {
    const extraFields = [{ key: '_build', value: 'a' }];
    const text = render({ title: 'Meetup n°\u00a05', extraFields });
    expect(text).toContain('title: "Meetup n°\u00a05"\n');
    expect(text).toContain('\n_build: a\n');
  });

  it('has the fields and the form of the house style', () => {
    expect(render({ title: 'Rustling Meetup #12 wrap-up', tags: ['summary', 'meetup'] })).toBe(
      [
        '---',
        'title: "Rustling Meetup #12 wrap-up"',
        'date: 2026-11-20T10:30:00+01:00',
        'draft: true',
        'tags:',
        '- summary',
        '- meetup',
        '---',
        '',
      ].join('\n'),
    );
  });

  it('writes extra fields as strings, quoted where they would be something else', () => {
    const extraFields = [
      { key: 'author', value: 'Ada Example' },
      { key: 'weight', value: '12' },
      { key: 'start', value: '12:30:00' },
      { key: 'public', value: 'yes' },
      { key: 'empty', value: '' },
      { key: 'lines', value: 'one\n---\ntwo' },
    ];
    expect(render({ tags: [], draft: false, extraFields })).toBe(
      [
        '---',
        'title: "Rustling Meetup #12 wrap-up"',
        'date: 2026-11-20T10:30:00+01:00',
        'draft: false',
        'tags: []',
        'author: Ada Example',
        'weight: "12"',
        'start: "12:30:00"',
        'public: "yes"',
        'empty: ""',
        'lines: "one\\n---\\ntwo"',
        '---',
        '',
      ].join('\n'),
    );
  });

  it('leaves out an extra field that would be there twice, in any case', () => {
    const extraFields = [
      { key: 'Title', value: 'x' },
      { key: 'series', value: 'a' },
      { key: 'Series', value: 'b' },
    ];
    expect(yaml11.load(block(render({ extraFields })))).toMatchObject({ series: 'a' });
    expect(render({ extraFields })).not.toMatch(/Title|Series/);
  });

  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc
      .array(
        fc.constantFrom(
          ...[
            '"',
            "'",
            ': ',
            ':',
            '#',
            ' #',
            '- ',
            '---',
            '...',
            '\n',
            '\r',
            '\t',
            ' ',
            '\\',
            '\0',
          ],
          ...[
            'yes',
            'No',
            'on',
            '~',
            'null',
            '1e3',
            '0x1f',
            '0o7',
            '017',
            '12:30:00',
            '.inf',
            '<<',
            '=',
          ],
          ...[
            '2026-11-20',
            '2026-11-20T10:30:00Z',
            '!!str',
            '&a',
            '*a',
            '{',
            '[',
            '|',
            '>',
            '%',
            '@',
            '`',
            '?',
          ],
          ...[
            '\u0085',
            '\u2028',
            '\u2029',
            '\ufeff',
            '\ufffe',
            '\u007f',
            '\u0090',
            '\u202e',
            '\ud800',
            '\udc00',
            '😀',
            'é',
            '語',
          ],
        ),
        { maxLength: 8 },
      )
      .map((parts) => parts.join('')),
  );

  it('parses back to what was entered, under YAML 1.1 and 1.2', () => {
    const fields = fc.uniqueArray(
      fc.record({ key: hostile.filter((key) => key !== ''), value: hostile }),
      { maxLength: 4, selector: ({ key }) => key.toWellFormed().toLowerCase() },
    );
    fc.assert(
      fc.property(
        hostile,
        fc.array(hostile, { maxLength: 4 }),
        fields,
        (title, tags, extraFields) => {
          const own = ['title', 'date', 'draft', 'tags'];
          fc.pre(
            extraFields.every(({ key }) => !own.includes(key.toLowerCase()) && key !== '__proto__'),
          );
          const text = block(
            render({ title, tags, extraFields, date: '2026-11-20T10:30:00+01:00' }),
          );
          const entered = {
            title: title.toWellFormed(),
            draft: true,
            tags: tags.map((tag) => tag.toWellFormed()),
            ...Object.fromEntries(
              extraFields.map(({ key, value }) => [key.toWellFormed(), value.toWellFormed()]),
            ),
          };
          const { date: date12, ...rest12 } = parseYaml12(text);
          const { date: date11, ...rest11 } = yaml11.load(text) as Record<string, unknown>;
          expect(rest12).toEqual(entered);
          expect(rest11).toEqual(entered);
          expect(date12).toBe('2026-11-20T10:30:00+01:00');
          expect(date11).toEqual(new Date('2026-11-20T09:30:00Z'));
        },
      ),
      tries(600),
    );
  });

  it('holds the longest title and key there may be', () => {
    const title = '"\\'.repeat(500);
    const key = '\u0007'.repeat(1000);
    const text = block(render({ title, extraFields: [{ key, value: 'x'.repeat(200_000) }] }));
    expect(parseYaml12(text)).toMatchObject({ title, [key]: 'x'.repeat(200_000) });
    expect(yaml11.load(text)).toMatchObject({ title, [key]: 'x'.repeat(200_000) });
  });
});

describe('front matter for Jekyll', () => {
  const forJekyll = (changes: Partial<WrapUp>) =>
    renderFrontMatter(createWrapUp(changes), { ...defaultProfile, layout: 'jekyll' });

  it('has the fields that Jekyll knows', () => {
    expect(forJekyll({ tags: ['summary'], extraFields: [{ key: 'author', value: 'Ada' }] })).toBe(
      [
        '---',
        'layout: post',
        'title: "Rustling Meetup #12 wrap-up"',
        'date: 2026-11-20 10:30:00 +0100',
        'published: false',
        'tags:',
        '- summary',
        'author: Ada',
        '---',
        '',
      ].join('\n'),
    );
    expect(forJekyll({ draft: false, date: '2026-11-20T10:30:00Z' })).toContain(
      'date: 2026-11-20 10:30:00 +0000\npublished: true\n',
    );
  });

  it('leaves the layout to its note-taker', () => {
    const front = forJekyll({ extraFields: [{ key: 'layout', value: 'wrap-up' }] });
    expect(front.match(/^layout: .*$/gm)).toEqual(['layout: wrap-up']);
  });
});

describe('front matter for Zola', () => {
  const forZola = (changes: Partial<WrapUp>) =>
    renderFrontMatter(createWrapUp(changes), { ...defaultProfile, layout: 'zola' });

  it('is TOML, with tags as a taxonomy and the site’s own fields under extra', () => {
    const extraFields = [
      { key: 'author', value: 'Ada "Example"' },
      { key: 'description', value: 'Rings' },
      { key: 'two words', value: 'a\nb' },
      { key: 'Title', value: 'x' },
      { key: 'weight', value: '12' },
    ];
    expect(forZola({ tags: ['summary', 'a "b"'], extraFields })).toBe(
      [
        '+++',
        'title = "Rustling Meetup #12 wrap-up"',
        'date = 2026-11-20T10:30:00+01:00',
        'draft = true',
        'description = "Rings"',
        '',
        '[taxonomies]',
        'tags = ["summary", "a \\"b\\""]',
        '',
        '[extra]',
        'author = "Ada \\"Example\\""',
        '"two words" = "a\\u000ab"',
        'Title = "x"',
        'weight = "12"',
        '+++',
        '',
      ].join('\n'),
    );
    expect(forZola({ tags: [] })).not.toContain('[');
  });

  it('parses back to what was entered', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc
        .array(
          fc.constantFrom(...'"\'\\#=[]{}\n\r\t\0\u007f\u0085\u2028+é漢', '"""', '+++\n', '\ud800'),
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 3 }), text, (title, tags, value) => {
        const written = forZola({ title, tags, extraFields: [{ key: `k${value}`, value }] });
        const front = splitFrontMatter(written);
        if (front?.format !== 'toml') throw new Error('no front matter');
        expect(front.opening + front.fields + front.closing).toBe(written);
        const read = readFields(front);
        if (!read.ok) throw new Error(JSON.stringify(read.error));
        const fields = read.value.map(({ path, value: of }) => [path.join('\0'), of]);
        expect(fields).toContainEqual(['title', title.toWellFormed()]);
        if (tags.length > 0) {
          expect(fields).toContainEqual([
            'taxonomies\0tags',
            tags.map((tag) => tag.toWellFormed()),
          ]);
        }
        const key = `extra\0${`k${value}`.toWellFormed()}`;
        expect(fields).toContainEqual([key, value.toWellFormed()]);
      }),
      tries(150),
    );
  });
});

it('has the date of Astro’s own blog under its name there', () => {
  const front = renderFrontMatter(createWrapUp(), { ...defaultProfile, layout: 'astro' });
  expect(front).toContain('\npubDate: 2026-11-20T10:30:00+01:00\ndraft: true\n');
  expect(front).not.toContain('\ndate:');
});

it('has tags as categories for Quarto', () => {
  const wrapUp = createWrapUp({ tags: ['a b'] });
  const front = renderFrontMatter(wrapUp, { ...defaultProfile, layout: 'quarto' });
  expect(front).toContain('\ncategories:\n- a b\n');
  expect(front).not.toContain('\ntags:');
});

it('has properties that Obsidian takes for a date and tags', () => {
  const wrapUp = createWrapUp({ tags: ['a b', 'c'] });
  const front = renderFrontMatter(wrapUp, { ...defaultProfile, layout: 'obsidian' });
  expect(front).toContain('\ndate: 2026-11-20T10:30:00\n');
  expect(front).toContain('\ntags:\n- a-b\n- c\n');
});

/** Texts that a format could read as something else. */
const signs = [
  '',
  '"',
  "'",
  `'"`,
  'a "b" c',
  "a 'b' c",
  'a: b',
  'a # b',
  '\\',
  '"\\"',
  'yes',
  '12',
];

describe('a style that formatters or people wrote', () => {
  const style = (fields: Partial<FieldStyle>[], more: Partial<FrontMatterStyle> = {}) => ({
    ...defaultProfile,
    frontMatter: {
      ...{ format: 'yaml' as const, indent: '  ', blankLines: 1, ...more },
      fields: fields.map((field, at) =>
        fieldStyle({ path: [`f${at}`], type: 'string', from: 'typed', ...field }),
      ),
    },
  });
  const written = (profile: Profile, ...values: string[]) =>
    renderFrontMatter(
      createWrapUp({ extraFields: values.map((value, at) => ({ key: `f${at}`, value })) }),
      profile,
    );

  it('has its quotes where a text needs some, and those that need no escapes', () => {
    const profile = style([
      ...[{ needed: 'single' as const }, { needed: 'single' as const }],
      ...[{ quotes: 'double' as const, fewEscapes: true }, { quotes: 'double' as const }],
      { bare: true },
    ]);
    expect(written(profile, 'One: a', "One's: a", 'Say "b"', 'Say "b"', '')).toBe(
      [
        ...['---', "f0: 'One: a'", `f1: "One's: a"`, `f2: 'Say "b"'`, 'f3: "Say \\"b\\""', 'f4:'],
        ...['---', ''],
      ].join('\n'),
    );
  });

  it('breaks a list whose line is too long, and has lines below the last field', () => {
    const wideList = { columns: 13, open: '\n  [\n    ', between: ',\n    ', close: ',\n  ]' };
    const list = { open: '[', between: ', ', close: ']' };
    const profile = style(
      [
        { type: 'list', list, wideList },
        { type: 'list', list, wideList },
      ],
      { below: '\n# end\n' },
    );
    expect(written(profile, 'a\nb\nc', 'aa\nb\nc')).toBe(
      '---\nf0: [a, b, c]\nf1:\n  [\n    aa,\n    b,\n    c,\n  ]\n\n# end\n---\n',
    );
  });

  it('parses back to what was entered, in YAML and in TOML', () => {
    const quotes = fc.constantFrom('plain' as const, 'double' as const, 'single' as const);
    const fields = fc.record({ quotes, needed: fc.constant('single' as const) });
    const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom(...signs));
    fc.assert(
      fc.property(fields, text, fc.constantFrom('yaml', 'toml'), (field, value, format) => {
        const profile = style([{ ...field, fewEscapes: true }], { format });
        const parts = splitFrontMatter(written(profile, value));
        const read = parts && readFields(parts);
        expect(read?.ok && read.value[0]?.value).toBe(value.toWellFormed());
        if (format === 'yaml') {
          const { f0 } = yaml11.load(parts?.fields ?? '') as { f0: unknown };
          expect(f0).toBe(value.toWellFormed());
        }
      }),
    );
  });
});

it.each([
  ['quarto', '{{< env HOME >}} `r 1` `{r} 1` <b> \\input{a}', '{{< |`r |`{|<b|\\input'],
  ['obsidian', '<% tp.a %>', '<%'],
] as const)('holds nothing in a title or tag that %s runs', (layout, text, code) => {
  const changes = {
    title: text,
    tags: [text],
    extraFields: [{ key: 'about', value: '{a} `b` $c' }],
  };
  const front = renderFrontMatter(createWrapUp(changes), { ...defaultProfile, layout });
  for (const each of code.split('|')) expect(front).not.toContain(each);
  expect(front.replaceAll('\u200b', '')).toContain(`title: ${JSON.stringify(text)}\n`);
  expect(front).toContain('{a} `b` $c');
  const plain = renderFrontMatter(createWrapUp({ title: 'C# in {admiral} at `a` < $5' }), {
    ...defaultProfile,
    layout,
  });
  expect(plain).toContain('title: "C# in {admiral} at `a` < $5"\n');
});
