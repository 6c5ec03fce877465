import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type Item, ItemSchema } from '../../../lib/core/post/item.ts';
import { defaultProfile } from '../../../lib/core/post/profile.ts';
import { type WrapUp, WrapUpSchema } from '../../../lib/core/post/wrap-up.ts';
import { openedFrontMatter, unwrittenDetails } from '../../../lib/posts/compose-opened.ts';
import { openedWrapUp } from '../../../lib/posts/opened-wrap-up.ts';
import { anyPost } from '../../support/any-post.ts';
import { edited, type OpenedPost, opened, writtenPost } from '../../support/opened-posts.ts';
import { tries } from '../../support/property-tries.ts';
import { instant, note, uuid } from '../../support/records.ts';

/** True for what a text file can contain. */
const writable = (text: string) => text.toWellFormed().replaceAll('\0', '');
const textOf = (post: OpenedPost) => writtenPost(post).text;
/** Returns the changed lines, as `-old` and `+new`. */
function changedLines(before: string, after: string): string[] {
  const [one, other] = [before.split('\n'), after.split('\n')];
  const gone = one.filter((line) => !other.includes(line)).map((line) => `-${line}`);
  return [...gone, ...other.filter((line) => !one.includes(line)).map((line) => `+${line}`)];
}

describe('an opened post', () => {
  it('can be stored, whatever it is, and is the same file while nobody touches it', async () => {
    await fc.assert(
      fc.asyncProperty(anyPost, async (text) => {
        const post = await opened(writable(text));
        expect(v.is(WrapUpSchema, post.wrapUp)).toBe(true);
        for (const item of post.items) expect(v.is(ItemSchema, item)).toBe(true);
        const stored = JSON.parse(JSON.stringify(post)) as OpenedPost;
        expect(
          textOf({ ...stored, items: stored.items.map((item) => v.parse(ItemSchema, item)) }),
        ).toBe(writable(text));
      }),
      tries(100),
    );
  });

  const text = `---
title: Rings # ours
date: 2031-04-01
---

# Rings

A ring buffer is
a buffer, see [it](https://a.example).

*   one, which is
lazy
*   [two](https://b.example "t")
*   [three](https://c.example), the third

> No end, no
> *start*. --
> [c.example](https://c.example)


***
`;
  it.each([
    [3 - 1, { note: 'one, which IS\nlazy' }, ['-*   one, which is', '+*   one, which IS']],
    [
      1,
      { note: 'A ring buffer is\nno buffer, see [it](https://a.example).' },
      ['-a buffer, see [it](https://a.example).', '+no buffer, see [it](https://a.example).'],
    ],
    [0, { note: 'Ring' }, ['-# Rings', '+# Ring']],
    [
      4,
      { note: ', the last' },
      ['-*   [three](https://c.example), the third', '+*   [three](https://c.example), the last'],
    ],
    [5, { editedMarkdown: 'No end, No\n*start*.' }, ['-> No end, no', '+> No end, No']],
  ])('changes one line for one word in block %i', async (at, changes, lines) => {
    const post = await opened(text);
    const changed = edited(post, at, changes);
    expect(changedLines(text, textOf(changed))).toEqual(lines);
    const [item] = post.items.slice(at);
    expect(textOf({ ...changed, items: changed.items.with(at, item as Item) })).toBe(text);
  });

  const blocks = fc.constantFrom(
    ...['a\nzebra\nb', 'a {{< b >}} zebra\n  b', 'a\\\nzebra  \nb'],
    ...['# zebra ##', 'zebra\n===', '## {{< a >}} zebra', '## {{< a "zebra" >}}'],
    ...['* a\n  zebra\nb', '*\ta\n\n\tzebra\n\n\t* b', '-    zebra\n\n     b', '+ [ ] zebra'],
    ...['* [a](https://b.example) {{< c >}}\n  zebra', '* [zebra](https://b.example "c")'],
    ...['> a\n> zebra\nb', '>a\n>\n>  * zebra', '>     zebra\n>     b', '> ```\n> zebra\n> ```'],
    ...['> a {{< b >}}\n> zebra', '> zebra --\n> [a](https://b.example)', '> zebra\n>\n> — Ada'],
    ...['> a\n> zebra\n> -- Ada', '> > zebra\n> a', '![zebra](/a.png)', '1. a\n2. zebra'],
    ...['```\nzebra\n\n```', '|a|\n|-|\n|zebra|', '<p>\nzebra\n</p>', '[^1]: zebra\n    a'],
    ...['> a\n> zebra <!--more-->', '<!--\nzebra\n\n-->', '    zebra', '\tzebra\n\n\tb'],
  );
  const anyEnds = fc.array(fc.constantFrom('\n', '\r\n'), { minLength: 20, maxLength: 20 });

  it('changes one word for one word, whatever the block and its line ends', async () => {
    await fc.assert(
      fc.asyncProperty(blocks, anyEnds, async (block, ends) => {
        let line = 0;
        const text = `A\n\n${block}\n\n# B\n`.replace(/\n/g, () => ends[line++] ?? '\n');
        const post = await opened(text);
        const at = post.items.findIndex((item) => item.piece?.text.includes('zebra'));
        const item = post.items[at];
        if (item === undefined) throw new Error('no block');
        const changes = Object.entries(item).flatMap(([key, value]) =>
          key !== 'text' && typeof value === 'string' && value.includes('zebra')
            ? [[key === 'markdown' ? 'editedMarkdown' : key, value.replace('zebra', 'lion')]]
            : [],
        );
        expect(changes).not.toEqual([]);
        const changed = edited(post, at, Object.fromEntries(changes));
        expect(textOf(changed)).toBe(text.replace('zebra', 'lion'));
      }),
      tries(100),
    );
  });

  it.each<[string, object, string, string]>([
    ['#  One   two {#c}', { note: 'One   three {#c}' }, 'two', 'three'],
    ['![a  b]({{site.url}}/x.png)', { alt: 'a  lion' }, 'b]', 'lion]'],
    ["<img alt=\"it's b\" src='/a b.png'>", { alt: "it's a lion" }, 's b', 's a lion'],
    ['{{< figure src=`x.png` alt=`b c` >}}', { alt: 'b lion' }, 'c`', 'lion`'],
  ])('changes in a heading or picture only the changed words: %j', async (...row) => {
    const [block, changes, from, to] = row;
    const post = await opened(`${block}\n`);
    expect(textOf(edited(post, 0, changes))).toBe(`${block.replace(from, to)}\n`);
  });

  it('keeps the lines between blocks that only a list above them tells apart', async () => {
    const text = '1. One\n\n    * a zebra\n\n\t\n    * b\n\n\n\n \t\n2. Two\n';
    const post = await opened(text);
    const at = post.items.findIndex((item) => item.piece?.text.includes('zebra'));
    const note = post.items[at]?.piece?.text.replace('zebra', 'lion');
    expect(textOf(edited(post, at, { note }))).toBe(text.replace('zebra', 'lion'));
  });

  it.each([
    ['jekyll', '> a {{ page.b }} zebra'],
    ['jekyll', '## {% raw %}a{% endraw %} zebra'],
    ['eleventy', '* [a](https://b.example) {% c %} zebra'],
    ['zola', '> {{ a() }}\n> zebra'],
  ] as const)('keeps what the generator of its layout runs: %s, %j', async (layout, block) => {
    const post = await opened(`${block}\n`);
    const [item] = post.items as unknown as [Record<string, string>];
    const [key = ''] = ['note', 'markdown'].filter((each) => item[each]?.includes('zebra'));
    const changed = {
      [key === 'markdown' ? 'editedMarkdown' : key]: item[key]?.replace('zebra', 'lion'),
    };
    const profile = { ...defaultProfile, layout };
    expect(writtenPost(edited(post, 0, changed), profile).text).toBe(
      `${block.replace('zebra', 'lion')}\n`,
    );
  });

  it('writes shortcodes that are typed where none were as text', async () => {
    const post = await opened('> a b\n');
    expect(textOf(edited(post, 0, { editedMarkdown: 'a {{< c >}}' }))).toBe('> a {\\{< c >}}\n');
  });

  it('keeps its line ends and marks where a block is edited', async () => {
    const crlf = '\uFEFFa b\r\nc\r\n\r\n-   d\r\n';
    const post = await opened(crlf);
    expect(textOf(edited(post, 0, { note: 'a B\nc' }))).toBe(crlf.replace('b', 'B'));
    expect(textOf(edited(post, 1, { note: 'D\n\nE' }))).toBe(crlf.replace('d', 'D\r\n\r\n    E'));
  });

  it('hides a block as a comment, and shows it again as it was', async () => {
    const post = await opened(text);
    const hidden = edited(post, 5, { hidden: true });
    expect(textOf(hidden)).toContain('\n<!--\n\n> No end, no\n');
    expect(textOf(edited(hidden, 5, { hidden: false }))).toBe(text);
  });

  it('moves a block with its own bytes, and leaves out what is deleted or in the tray', async () => {
    const post = await opened('a\n\n\nb\n\nc\n');
    const [a, b, c] = post.items as [Item, Item, Item];
    expect(textOf({ ...post, items: [b, a, c] })).toBe('b\n\na\n\nc\n');
    expect(
      textOf({ ...post, items: [{ ...a, deletedAt: instant }, b, { ...c, tray: 'aside' }] }),
    ).toBe('b\n');
  });

  it('writes what is new in the normal way, with its own line ends', async () => {
    const post = await opened('a\r\n\r\nb\r\n');
    const fresh = note(1, { note: 'x\ny', form: 'bullet' });
    expect(textOf({ ...post, items: post.items.toSpliced(1, 0, fresh) })).toBe(
      'a\r\n\r\n* x\r\n  y\r\n\r\nb\r\n',
    );
  });

  it.each([
    ['- a\n- b\n', 2, '- a\n- b\n- x\n- y\n'],
    ['- a\n- b\n', 1, '- a\n- x\n- y\n- b\n'],
    ['a\n\n+ b\n', 1, 'a\n\n+ x\n+ y\n+ b\n'],
    ['- a\n\nb\n', 2, '- a\n\nb\n\n* x\n* y\n'],
    ['* a\n', 1, '* a\n* x\n* y\n'],
  ])('writes a new bullet with the mark of its list: %j', async (old, at, expected) => {
    const post = await opened(old);
    const fresh = ['x', 'y'].map((text, index) => note(index + 1, { note: text, form: 'bullet' }));
    expect(textOf({ ...post, items: post.items.toSpliced(at, 0, ...fresh) })).toBe(expected);
  });

  it('makes no rule of a new bullet that holds empty ones', async () => {
    const post = await opened('- a\n');
    const fresh = note(1, { note: '- -', form: 'bullet' });
    expect(textOf({ ...post, items: [...post.items, fresh] })).toContain('* - -');
  });

  it('takes a block of another opened post for what it says, not for its bytes', async () => {
    const [post, other] = [await opened('a\n'), await opened('*   b\n', 'b.md', 700)];
    expect(textOf({ ...post, items: [...post.items, ...other.items] })).toBe('a\n\n* b\n');
  });

  it('says in which lines each block is', async () => {
    const post = await opened('---\ntitle: a\n---\n\n# A\nb\nc\n\n* d\n');
    const { text: whole, pieces } = writtenPost(post);
    expect(
      pieces.map(({ firstLine, lineCount }) =>
        whole.split('\n').slice(firstLine, firstLine + lineCount),
      ),
    ).toEqual([['# A'], ['b', 'c'], ['* d']]);
  });

  it('is refused with a reason where it is no text that can be kept', async () => {
    const reason = async (bytes: ArrayLike<number>) => {
      const file = { name: 'a.md', bytes: new Uint8Array(bytes), id: uuid(1), now: instant };
      const post = await openedWrapUp({ ...file, offsetMinutes: 0, newId: () => uuid(2) });
      return post.ok ? 'opened' : post.error;
    };
    expect(await reason([0xff, 0xfe, 0x61, 0])).toBe('other-encoding');
    expect(await reason([0xfe, 0xff, 0, 0x61])).toBe('other-encoding');
    expect(await reason([0x89, 0x50, 0, 0x47])).toBe('not-text');
    expect(await reason([0x61, 0xe4])).toBe('not-text');
    expect(await reason([])).toBe('opened');
    expect(await reason(Array(200_001).fill(0x61))).toBe('long-block');
  });
});

describe('the details of an opened post', () => {
  const post = `---
# by hand
title: 'Rings'   # t
date: 2031-04-01 19:00 +0200
draft: false
weight: 3
toc: true
tags: [go,  web]
cover:
  image: a.png
author: Ada
---
x
`;
  const withDetails = async (text: string, changes: Partial<WrapUp>) => {
    const { wrapUp, items } = await opened(text);
    return textOf({ wrapUp: { ...wrapUp, ...changes } as typeof wrapUp, items });
  };
  const extras = [
    { key: 'weight', value: '3' },
    { key: 'toc', value: 'true' },
    { key: 'author', value: 'Ada' },
  ];

  it('are read from its front matter', async () => {
    const { wrapUp } = await opened(post, '2031-04-01-rings.md');
    expect(wrapUp).toMatchObject({
      title: 'Rings',
      slug: '2031-04-01-rings',
      date: '2031-04-01T19:00:00+02:00',
      draft: false,
      tags: ['go', 'web'],
      extraFields: extras,
      opened: { locked: [] },
    });
  });

  it.each([
    [{ title: 'On rings' }, ["-title: 'Rings'   # t", "+title: 'On rings'   # t"]],
    [
      { date: '2031-04-02T18:30:00+02:00' },
      ['-date: 2031-04-01 19:00 +0200', '+date: 2031-04-02 18:30 +0200'],
    ],
    [{ draft: true }, ['-draft: false', '+draft: true']],
    [{ tags: ['go', 'web', 'c'] }, ['-tags: [go,  web]', '+tags: [go,  web,  c]']],
    [{ extraFields: extras.with(0, { key: 'weight', value: '4' }) }, ['-weight: 3', '+weight: 4']],
    [
      { extraFields: extras.with(1, { key: 'toc', value: 'false' }) },
      ['-toc: true', '+toc: false'],
    ],
    [{ extraFields: extras.slice(0, 2) }, ['-author: Ada']],
    [{ extraFields: [...extras, { key: 'lang', value: 'en' }] }, ['+lang: "en"']],
    [{ slug: 'other' }, []],
    [{ footer: 'x', venue: { name: 'Hall', url: '' } }, []],
  ])('change one line each: %j', async (changes, lines) => {
    const changed = await withDetails(post, changes);
    expect(changedLines(post, changed)).toEqual(lines);
    const more = lines.filter((line) => line.startsWith('+')).length;
    const fewer = lines.length - more;
    expect(changed.split('\n')).toHaveLength(post.split('\n').length + more - fewer);
  });

  it.each([
    ['2031-04-01', '2031-04-02T00:00:00+02:00', '2031-04-02'],
    ['2031-04-01', '2031-04-01T10:00:00+02:00', '2031-04-01T10:00:00+02:00'],
    ['2031-04-01T10:00:00Z', '2031-04-01T11:00:00+00:00', '2031-04-01T11:00:00Z'],
    ['2031-04-01T10:00:00Z', '2031-04-01T11:00:00+02:00', '2031-04-01T11:00:00+02:00'],
    ['2031-04-01 10:00:00', '2031-04-01T11:30:00+02:00', '2031-04-01 11:30:00'],
  ])('keep the form of a date: %s', async (old, date, fresh) => {
    expect(await withDetails(`---\ndate: ${old}\n---\n`, { date })).toBe(
      `---\ndate: ${fresh}\n---\n`,
    );
  });

  it.each([
    ['---\nv: 1.10 # v\n---\n', '1.10', '1.20', 'v: 1.20 # v'],
    ['---\nv: 0x1F\n---\n', '0x1F', '0x2F', 'v: 0x2F'],
    ['---\nv: 12345678901234567890\n---\n', '12345678901234567890', '7', 'v: 7'],
    ['---\nv: 1\n---\n', '1', '1.0', 'v: 1.0'],
    ['---\nv: 1\n---\n', '1', 'one', 'v: one'],
    ['+++\nv = 1_000\n+++\n', '1_000', '2_000', 'v = 2_000'],
    ['+++\nv = 1\n+++\n', '1', '01', 'v = "01"'],
    ['{\n"v": 1\n}\n', '1', '0x1F', '"v": "0x1F"'],
  ])(
    'show a number as it is written, and write it as it is typed: %j to %s',
    async (text, old, typed, line) => {
      expect((await opened(text)).wrapUp.extraFields).toEqual([{ key: 'v', value: old }]);
      const changed = await withDetails(text, { extraFields: [{ key: 'v', value: typed }] });
      expect(changed.split('\n')[1]).toBe(line);
    },
  );

  it.each(['2031-04-01T10:00:00+99:99', '2031-13-01'])(
    'lock a date that is none: %s',
    async (date) => {
      const { wrapUp } = await opened(`---\ndate: ${date}\n---\n`);
      expect(wrapUp).toMatchObject({
        date: '2026-03-19T09:30:00+00:00',
        opened: { locked: ['date'] },
      });
    },
  );

  it('show a title of several lines in one, and fields with any name', async () => {
    const text = '---\ntitle: >\n  A\n  b\n\n  c\nconstructor: d\n---\n';
    expect((await opened(text)).wrapUp).toMatchObject({
      title: 'A b c',
      extraFields: [{ key: 'constructor', value: 'd' }],
    });
    expect(await withDetails(text, {})).toBe(text);
  });

  const someFields = fc.shuffledSubarray([
    ...[
      'title: &a A',
      'b: *a',
      'b: &b c',
      'c: *b',
      'd:\n- e: 1',
      'tags:\n- x # y\n- &c z',
      'e: *c',
    ],
    ...['date: 2031-04-01', 'draft: false', '"f g": 1', 'h.i: 2', 'j: {k: 1}', 'l: |\n  m\n  n'],
  ]);
  const someDetails = fc.record(
    {
      title: fc.constantFrom('A', 'B: c', ''),
      date: fc.constantFrom('2031-04-01T00:00:00+00:00', '2032-04-01T10:00:00+02:00'),
      draft: fc.boolean(),
      tags: fc.subarray(['x', 'z', 'new: 1']),
      extraFields: fc.subarray([
        ...[
          { key: 'b', value: 'c' },
          { key: 'd', value: 'e' },
          { key: 'f g', value: '2' },
        ],
        ...[
          { key: 'new', value: 'x' },
          { key: 'h.i', value: 'y' },
          { key: '1', value: 'z' },
        ],
      ]),
    },
    { requiredKeys: [] },
  );

  it('are written, or named as not written', async () => {
    await fc.assert(
      fc.asyncProperty(someFields, someDetails, async (fields, changes) => {
        const post = await opened(`---\n${fields.join('\n')}\n---\n`);
        const { locked, brokenAt } = post.wrapUp.opened;
        if (brokenAt !== undefined) return;
        const asked = { ...post.wrapUp, ...changes };
        const unwritten = unwrittenDetails(asked);
        const said = (await opened(textOf({ ...post, wrapUp: asked }))).wrapUp;
        for (const key of ['title', 'date', 'draft', 'tags'] as const) {
          const isOf = asked[key] === post.wrapUp[key] || locked.includes(key);
          if (!isOf && !unwritten.includes(key)) expect(said[key]).toEqual(asked[key]);
        }
        const ofFile = (wrapUp: WrapUp) =>
          wrapUp.extraFields.filter(({ key }) => !unwritten.includes(key));
        expect(new Set(ofFile(said))).toEqual(new Set(ofFile(asked)));
      }),
      tries(100),
    );
  });

  it('name what is not written', async () => {
    const { wrapUp } = await opened('---\na: &x 1\nb: *x\nc: [{d: 1}]\ntitle: e\n---\n');
    expect(unwrittenDetails(wrapUp)).toEqual([]);
    const extraFields = ['c', 'f g'].map((key) => ({ key, value: 'h' }));
    expect(unwrittenDetails({ ...wrapUp, title: 'i', extraFields })).toEqual(['c', 'a', 'f g']);
  });

  it('are written only once they are set', async () => {
    const bare = '+++\na = 1\n+++\n\n## Rings\n';
    const { wrapUp } = await opened(bare);
    expect(wrapUp).toMatchObject({ title: 'Rings', draft: false, tags: [] });
    expect(await withDetails(bare, { draft: true })).toBe(bare.replace('1\n', '1\ndraft = true\n'));
  });

  it('are locked where there is no place for them', async () => {
    const locked = async (text: string) => (await opened(text)).wrapUp.opened;
    expect((await locked('text\n')).locked).toHaveLength(5);
    expect(await locked('---\na: [\n---\n')).toMatchObject({
      locked: expect.arrayContaining(['title']),
      brokenAt: expect.any(Number),
    });
    expect((await locked('---\ntags: [{a: 1}]\ntitle: a\n---\n')).locked).toEqual(['tags']);
    expect(await withDetails('---\na: [\n---\n', { title: 'b', draft: true })).toBe(
      '---\na: [\n---\n',
    );
  });

  it.each([
    ['a: One\n  two\n  *three*', 'One two *three*', 'two', 'lion'],
    ['a: >\n  One\n  two', 'One two', 'two', 'lion'],
    ['a: > # why\n  One\n  two', 'One two', 'One', 'Lion'],
    ['a: |\n  One', 'One', 'One', 'a: lion'],
    ['a: "One \\\n  two"', 'One two', 'One', 'Lion'],
  ])('change only their line in a text over several: %j', async (field, value, from, to) => {
    const text = `---\ntitle: b\n${field}\nc: d\n---\n`;
    const { extraFields } = (await opened(text)).wrapUp;
    expect(extraFields[0]).toEqual({ key: 'a', value });
    const changed = extraFields.map((each) => ({ ...each, value: each.value.replace(from, to) }));
    expect(await withDetails(text, { extraFields: changed })).toBe(text.replace(from, to));
  });

  it('show no text of several lines in a field of one, and leave it alone', async () => {
    const text = '---\nabout: |\n  one\n  two\nb: c\n---\n';
    expect((await opened(text)).wrapUp.extraFields).toEqual([{ key: 'b', value: 'c' }]);
    const extraFields = [{ key: 'about', value: 'x' }];
    expect(await withDetails(text, { extraFields })).toBe(text.replace('b: c\n', ''));
  });

  it('give the first bytes back when they say again what they said, and are copied as exported', async () => {
    const { wrapUp, items } = await opened(post);
    const other = { ...wrapUp, title: 'B', tags: [], draft: true };
    expect(textOf({ wrapUp: other, items })).not.toBe(post);
    expect(
      textOf({ wrapUp: { ...other, title: wrapUp.title, tags: wrapUp.tags, draft: false }, items }),
    ).toBe(post);
    expect(textOf({ wrapUp: other, items })).toBe(`${openedFrontMatter(other)}x\n`);
  });
});

describe('a picture of an opened post that is no Markdown', () => {
  const shortcode =
    '{{< figure src="/r.png" alt="A ring" class="w"\n    caption="Five *daemons*" >}}';
  const html =
    '<figure class="w">\n  <img src="/r.png" width="9" alt="A ring">\n  <figcaption>Five</figcaption>\n</figure>';
  const img = '<a href="https://a.example/"><img src="/r.png" alt="A ring"/></a>';
  const text = `One.\n\n${shortcode}\n\n${html}\n\n${img}\n`;

  it('is a picture, and comes back as it was', async () => {
    const post = await opened(text);
    expect(post.items.map(({ kind }) => kind)).toEqual(['note', 'image', 'image', 'image']);
    expect(post.items[1]).toMatchObject({
      alt: 'A ring',
      path: '/r.png',
      caption: 'Five *daemons*',
    });
    expect(textOf(post)).toBe(text);
  });

  it.each<[number, object, (text: string) => string]>([
    [1, { alt: 'A "bell"' }, (all) => all.replace('"A ring"', '"A \\"bell\\""')],
    [1, { caption: 'Six' }, (all) => all.replace('Five *daemons*', 'Six')],
    [1, { note: 'Seen {{< a >}}:' }, (all) => all.replace('{{<', 'Seen {\\{< a >}}:\n\n{{<')],
    [2, { alt: 'A bell' }, (all) => all.replace('9" alt="A ring', '9" alt="A bell')],
    [2, { caption: '' }, (all) => all.replace('\n  <figcaption>Five</figcaption>', '')],
    [3, { alt: 'A bell' }, (all) => all.replace('ring"/>', 'bell"/>')],
    [3, { linkUrl: '' }, (all) => all.replace(img, img.slice(29, -4))],
  ])('has only that changed which was touched: %i %o', async (at, changes, changed) => {
    const post = await opened(text);
    const { items } = edited(post, at, changes);
    expect(textOf({ ...post, items })).toBe(changed(text));
    const back = items.map((item, n) =>
      n === at ? { ...item, ...post.items[at] } : item,
    ) as Item[];
    expect(textOf({ ...post, items: back })).toBe(text);
  });
});
