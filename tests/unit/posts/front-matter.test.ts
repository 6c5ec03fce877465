import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFields, withFields } from '../../../lib/posts/front-matter/change-field.ts';
import type { FieldValue } from '../../../lib/posts/front-matter/field.ts';
import { openPost } from '../../../lib/posts/open-post.ts';
import { blocksOf, frameOf, writePost } from '../../../lib/posts/write-post.ts';
import { anyText } from '../../support/any-text.ts';
import { tries } from '../../support/property-tries.ts';

/** Returns the whole post with a field changed, or `locked`. */
function set(text: string, key: string, value: FieldValue | undefined): string {
  const post = openPost(text);
  if (!post.frontMatter) throw new Error('no front matter');
  const changed = withFields(post.frontMatter, [{ path: key.split('.'), value }]);
  return changed.ok
    ? writePost(frameOf({ ...post, frontMatter: changed.value }), blocksOf(post))
    : changed.error;
}

function fields(text: string): Record<string, unknown> | { reason: string; line: number } {
  const { frontMatter } = openPost(text);
  const read = frontMatter && readFields(frontMatter);
  if (!read?.ok) return read?.error ?? {};
  return Object.fromEntries(read.value.map(({ path, value }) => [path.join('.'), value]));
}

const yaml = `---
# by hand
title:   'It''s "on"'   # keep
date: 2031-04-01
tags: [ go,  "web" ,x ]
list:
- a # first
- b
image:
  path: /a.png
  alt: >-
    folded
    text
comments: false
weight: 12
refs: [{a: 1}]
empty:
---

text
`;

const toml = `+++
# by hand
title = "Ferrets" # keep
date = 2031-04-01T19:00:00+02:00
draft = false
n = 1_0
tags = [
  "go", # one
  "web",
]
long = """
two
lines"""

[extra]
cover   = 'C:\\a.png'
a.b = "x"

[[links]]
url = "u"
[[links]]
url = "v"
+++

text
`;

const json =
  '{\n\t"title": "A } brace",\n\t"tags": ["a","b"],\n  "params": { "n": 1 }\n}\n\ntext\n';

describe('the fields of a front matter', () => {
  it('are read with their types from YAML', () => {
    expect(fields(yaml)).toEqual({
      title: 'It\'s "on"',
      date: '2031-04-01',
      tags: ['go', 'web', 'x'],
      list: ['a', 'b'],
      'image.path': '/a.png',
      'image.alt': 'folded text',
      comments: false,
      weight: 12,
      refs: undefined,
      empty: null,
    });
  });

  it('are read with their types from TOML', () => {
    expect(fields(toml)).toEqual({
      title: 'Ferrets',
      date: '2031-04-01T19:00:00+02:00',
      draft: false,
      n: 10,
      tags: ['go', 'web'],
      long: 'two\nlines',
      'extra.cover': 'C:\\a.png',
      'extra.a.b': 'x',
      'links.0.url': 'u',
      'links.1.url': 'v',
    });
  });

  it('are read from JSON', () => {
    expect(fields(json)).toEqual({ title: 'A } brace', tags: ['a', 'b'], 'params.n': 1 });
  });

  it.each([
    ['---\nb: 1\ntitle: a: b\n---\n', { reason: 'syntax', line: 2 }],
    ['---\na: 1\na: 2\n---\n', { reason: 'syntax', line: 2 }],
    ['---\n- a\n---\n', { reason: 'not-a-map', line: 1 }],
    ['+++\na = 1\nb = two words\n+++\n', { reason: 'syntax', line: 2 }],
    ['+++\na = 1\na = 2\n+++\n', { reason: 'syntax', line: 2 }],
    [`+++\na = ${'['.repeat(5_000)}\n+++\n`, { reason: 'syntax', line: 1 }],
  ])('that are broken are locked, and it is said where (%#)', (text, expected) => {
    expect(fields(text)).toEqual(expected);
    expect(set(text, 'a', 'b')).toBe('locked');
  });
});

describe('a field that is changed', () => {
  it.each<[string, string, FieldValue, string, string]>([
    [yaml, 'title', "Ada's", `'It''s "on"'`, "'Ada''s'"],
    [yaml, 'title', 'two\nlines', `'It''s "on"'`, '"two\\nlines"'],
    [yaml, 'date', '2031-04-02', '2031-04-01', '2031-04-02'],
    [yaml, 'date', 'yes', '2031-04-01', '"yes"'],
    [yaml, 'date', 'a: b', '2031-04-01', '"a: b"'],
    [yaml, 'comments', true, 'comments: false', 'comments: true'],
    [yaml, 'weight', 13, '12', '13'],
    [yaml, 'image.path', '/b.png', '/a.png', '/b.png'],
    [yaml, 'image.alt', 'plain', 'folded\n    text\n', 'plain\n'],
    [yaml, 'image.alt', 'folded words', '    text\n', '    words\n'],
    [yaml, 'empty', 'full', 'empty:', 'empty: full'],
    [yaml, 'tags', ['go', 'new', 'x'], '"web"', '"new"'],
    [yaml, 'tags', ['go', 'web', 'x', 'z'], ',x ]', ',x,  z ]'],
    [yaml, 'tags', ['web', 'x'], '[ go,  "web" ,x ]', '[ "web" ,x ]'],
    [yaml, 'list', ['a', 'b', 'c: d'], '- b\n', '- b\n- "c: d"\n'],
    [yaml, 'list', ['a', 'm', 'b'], '- a # first\n', '- a # first\n- m\n'],
    [yaml, 'list', ['b'], '- a # first\n', ''],
    [yaml, 'list', ['a'], '- b\n', ''],
    [yaml, 'list', ['a', 'B'], '- b\n', '- B\n'],
    [yaml, 'lang', 'de', 'empty:\n', 'empty:\nlang: "de"\n'],
    [toml, 'title', 'A "b"', '"Ferrets"', '"A \\"b\\""'],
    [toml, 'date', '2031-04-02', '2031-04-01T19:00:00+02:00', '2031-04-02'],
    [toml, 'draft', true, 'false', 'true'],
    [toml, 'extra.cover', 'b.png', "'C:\\a.png'", "'b.png'"],
    [toml, 'extra.cover', "it's", "'C:\\a.png'", '"it\'s"'],
    [toml, 'tags', ['go', 'new', 'web'], '"go", # one\n', '"go",\n  "new", # one\n'],
    [toml, 'lang', 'de', 'lines"""\n', 'lines"""\nlang = "de"\n'],
    [json, 'title', 'B', 'A } brace', 'B'],
    [json, 'tags', ['a', 'b', 'c'], '"b"]', '"b","c"]'],
    [json, 'params.n', 2, '"n": 1', '"n": 2'],
    [json, 'draft', true, '1 }\n}', '1 },\n\t"draft": true\n}'],
  ])('changes nothing else (%#)', (text, key, value, from, to) => {
    expect(set(text, key, value)).toBe(text.replace(from, () => to));
  });

  it.each<[string, FieldValue, string]>([
    ['a: # why', 1, 'a: 1 # why'],
    ['a: | # why\n  b\n  c', 'd', 'a: "d" # why'],
    ['a:\n  - b # of b\n  - c', [], 'a: []'],
    ['a: # why\n- b', [], 'a: [] # why'],
    ['a:\n- >-\n  b\n- c', [], 'a: []'],
    ['a:\n- b\n# why\n- c', ['b'], 'a:\n- b\n# why'],
    ['a:\n- b # of b\n# why\n- c', ['c'], 'a:\n# why\n- c'],
    ['a:\n    - b', [], 'a: []'],
  ])('keeps its comments, and those of what is next to it: %j', (before, value, after) => {
    for (const next of ['', '# end\n', 'z: 1\n', '\n']) {
      for (const end of ['\n', '\r\n']) {
        const post = (field: string) => `---\n${field}\n${next}---\nx\n`.replaceAll('\n', end);
        expect(set(post(before), 'a', value)).toBe(post(after));
      }
    }
  });

  const lines: readonly (readonly string[])[] = [
    ['a: b # 1', 'a: "b"', 'a: >-\n  b\n  c', 'a:\n  b', "a: 'b' # 2", 'a: &b c', 'a:'],
    [
      'b: [c, d] # 3',
      'b:\n- c # 4\n# 5\n- d',
      'b:\n  - c\n\n  - d',
      'b: [\n  c, # 6\n  d,\n]',
      'b: []',
    ],
    ['c:\n  d: 1\n  # 7\n  e: [f]', 'c: {d: 1}', 'c:\n- d: 1\n  e: 2', 'c: |\n  d\n'],
    ['d: 1.10 # 8', 'd: 0x1F', 'd: ~', 'd: true'],
  ];
  const anyFields = fc
    .tuple(
      ...lines.map((each) =>
        fc.tuple(fc.constantFrom(...each), fc.constantFrom('', '# 9\n', '\n')),
      ),
    )
    .chain((all) => fc.shuffledSubarray(all, { minLength: 1 }));

  it('has its lines alone to itself', () => {
    const texts = fc.constantFrom('x', 'x: y', '---', "it's", '');
    const lists = fc.array(fc.constantFrom('c', 'd', 'x y', '#'), { maxLength: 3 });
    fc.assert(
      fc.property(anyFields, fc.nat(9), texts, lists, (all, at, text, list) => {
        const [field = '', above = ''] = all[at % all.length] ?? [];
        const written = all.map(([own, before]) => `${before}${own}\n`);
        const index = at % all.length;
        const key = field.charAt(0);
        const changed = set(`---\n${written.join('')}---\nx\n`, key, key === 'b' ? list : text);
        if (changed === 'locked') return;
        expect(changed.startsWith(`---\n${written.slice(0, index).join('')}${above}`)).toBe(true);
        expect(changed.endsWith(`\n${written.slice(index + 1).join('')}---\nx\n`)).toBe(true);
      }),
      tries(150),
    );
  });

  it('is locked where it has another form than a form can show', () => {
    expect(set(yaml, 'refs', 'x')).toBe('locked');
    expect(set(yaml, 'nowhere.deep', 'x')).toBe('locked');
  });

  it('keeps line ends', () => {
    expect(set(yaml.replaceAll('\n', '\r\n'), 'list', ['a', 'b', 'c'])).toBe(
      yaml.replaceAll('\n', '\r\n').replace('- b\r\n', '- b\r\n- c\r\n'),
    );
  });

  const value = fc.oneof(
    anyText(20).map((text) => text.toWellFormed()),
    fc.constantFrom(
      'yes',
      '12:30',
      '0x1',
      '~',
      '#a',
      '- b',
      '2031-01-01',
      "'",
      '"',
      '\\',
      '*a',
      '{{ x }}',
      '---',
    ),
    fc.array(fc.constantFrom('a', 'web', 'yes', 'c: d', 'a, b'), { maxLength: 5 }),
  );
  const cases = [
    [yaml, 'title', 'date', 'image.path', 'image.alt', 'empty', 'list', 'tags'],
    [toml, 'title', 'extra.cover', 'tags', 'long'],
    [json, 'title', 'tags'],
  ] as const;

  it('is what was set, or locked, and all others are what they were', () => {
    fc.assert(
      fc.property(fc.constantFrom(...cases), fc.nat(20), value, ([text, ...keys], at, next) => {
        const key = keys[at % keys.length] ?? 'title';
        const changed = set(text, key, next);
        if (changed === 'locked') return;
        expect(fields(changed)).toEqual({ ...fields(text), [key]: next });
        expect(changed.endsWith('\n\ntext\n')).toBe(true);
      }),
      tries(150),
    );
  });

  it('can be any text', () => {
    fc.assert(
      fc.property(fc.constantFrom(yaml, toml, json), anyText(30), (text, next) => {
        expect(fields(set(text, 'title', next.toWellFormed()))).toMatchObject({
          title: next.toWellFormed(),
        });
      }),
      tries(100),
    );
  });

  it('that is set to what it was changes no byte', () => {
    fc.assert(
      fc.property(anyText(40), (text) => {
        const post = openPost(`---\n${text}\n---\n`);
        const read = post.frontMatter && readFields(post.frontMatter);
        if (!post.frontMatter || !read?.ok) return;
        const same = read.value.flatMap(({ path, value: now }) =>
          now === undefined ? [] : { path, value: now },
        );
        expect(withFields(post.frontMatter, same)).toEqual({ ok: true, value: post.frontMatter });
      }),
      tries(100),
    );
  });
});

describe('a field that is removed', () => {
  it.each([
    ['---\na: 1\nb: 2 # two\nc: 3\n---\n', '---\na: 1\nc: 3\n---\n'],
    ['---\na: 1\nb: |\n  x\n  y\nc: 3\n---\n', '---\na: 1\nc: 3\n---\n'],
    ['---\r\nb:\r\n- x\r\n- y\r\nc: 3\r\n---\r\n', '---\r\nc: 3\r\n---\r\n'],
    ['+++\na = 1\nb = "x"\n+++\n', '+++\na = 1\n+++\n'],
    ['{\n  "a": 1,\n  "b": 2\n}\n', '{\n  "a": 1\n}\n'],
    ['{\n  "b": 2,\n  "c": 3\n}\n', '{\n  "c": 3\n}\n'],
    ['---\na: 1\n---\n', '---\na: 1\n---\n'],
  ])('takes its lines along, and nothing else: %j', (text, without) => {
    expect(set(text, 'b', undefined)).toBe(without);
  });

  it('stays where another needs it', () => {
    expect(set('---\nb: &x 1\nc: *x\n---\n', 'b', undefined)).toBe('locked');
    expect(set('---\nb: &x 1\nc: 2\n---\n', 'b', undefined)).toBe('---\nc: 2\n---\n');
  });
});

it('reads past any number of blank lines in the form of Windows, before a post and in a front matter', () => {
  // If a line end can be read in two ways, forty of them take an hour.
  const blank = '\r\n'.repeat(5_000);
  expect(fields(`${blank}text`)).toEqual({});
  expect(fields(`${blank}---\r\ntitle: a\r\n---\r\n`)).toEqual({ title: 'a' });
  const toml = `+++\r\na = 1\r\n${blank}x\r\n[b]\r\nc = 2\r\n+++\r\n`;
  expect(set(toml.replace('x\r\n', '# x\r\n'), 'd', 'e')).toContain('d = ');
});
