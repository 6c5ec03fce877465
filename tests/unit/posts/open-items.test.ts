import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type Item, ItemSchema } from '../../../lib/core/post/item.ts';
import { defaultProfile } from '../../../lib/core/post/profile.ts';
import { openItems } from '../../../lib/posts/open-items.ts';
import { openPost } from '../../../lib/posts/open-post.ts';
import { readPiece } from '../../../lib/posts/read-piece.ts';
import { type WrittenItem, writeItems } from '../../../lib/posts/write-items.ts';
import { renderItem } from '../../../lib/render/items/render-item.ts';
import { anyPost } from '../../support/any-post.ts';

const read = (text: string) => {
  const { pieces } = openPost(text);
  return pieces.map((piece, at) => readPiece(piece, pieces[at - 1]));
};

const id = (count: number) => `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;

async function open(text: string) {
  const post = openPost(text);
  let count = 0;
  const newId = () => id(++count);
  const items = await openItems(post, { wrapUpId: id(0), now: '2031-03-02T10:00:00.000Z', newId });
  if (!items.ok) throw new Error(items.error);
  return { post, items: items.value };
}

const render = (item: Item) => renderItem(item, defaultProfile);
const edited = (items: readonly WrittenItem[], at: number, changes: object): WrittenItem[] =>
  items.map((each, index) =>
    index === at ? { ...each, item: { ...each.item, ...changes } as Item } : each,
  );

describe('a piece of an opened post', () => {
  it('that is a heading is a section, to the fourth level', () => {
    expect(read('## A *b* ##\n\nTitle\n---\n\n##### deep\n\n#\n')).toEqual([
      { kind: 'section', form: 'h2', note: 'A *b*' },
      { kind: 'section', form: 'h2', note: 'Title' },
      { kind: 'raw', note: '##### deep' },
      { kind: 'raw', note: '#' },
    ]);
  });

  it('that is a paragraph or a bullet is a note as typed', () => {
    expect(
      read('See [a](https://a.example) and\r\n{{< b >}}\r\n\r\n* one\r\n  two\r\nlazy\r\n'),
    ).toEqual([
      {
        kind: 'note',
        form: 'paragraph',
        note: 'See [a](https://a.example) and\n{{< b >}}',
        asTyped: true,
      },
      { kind: 'note', form: 'bullet', note: 'one\ntwo\nlazy', asTyped: true },
    ]);
  });

  it('that is a bullet with a link first is a link, or a moment of a recording', () => {
    expect(
      read(
        '* [ring](https://code.example/r_(x)), a buffer\n* [On\n  Rings](https://p.example/r.pdf) (2019)\n' +
          '* [12:30](https://www.youtube.com/watch?v=abcdefghijk&t=750) full\n* [*a*](https://a.example)\n* [b](/b)\n',
      ),
    ).toMatchObject([
      {
        kind: 'link',
        form: 'bullet',
        title: 'ring',
        url: 'https://code.example/r_(x)',
        note: ', a buffer',
      },
      { kind: 'link', title: 'On Rings', url: 'https://p.example/r.pdf', note: '(2019)' },
      { kind: 'moment', form: 'bullet', startSeconds: 750, endSeconds: null, note: 'full' },
      { kind: 'note', form: 'bullet' },
      { kind: 'note', form: 'bullet' },
    ]);
  });

  it('that is a picture alone is one, linked or not', () => {
    expect(
      read(
        '![](/a.png)\n\n[![A hall](b.png)](https://b.example/)\n\n![a](b "c")\n\n![a](b) text\n',
      ),
    ).toMatchObject([
      { kind: 'image', alt: '', path: '/a.png', linkUrl: '' },
      { kind: 'image', alt: 'A hall', path: 'b.png', linkUrl: 'https://b.example/' },
      { kind: 'note' },
      { kind: 'note' },
    ]);
  });

  it('that is a quote has the attribution that it ends with', () => {
    expect(
      read(
        '> No *end*,\n> no [start](https://s.example). --\n> [code.example/ring](https://code.example/ring)\n\n' +
          '> a\n>\n> -- Ada, 12:30\n\n> a -- b -- c\n\n> x -- by [Ada](https://ada.example), 2031\n',
      ),
    ).toMatchObject([
      {
        kind: 'quote',
        text: 'No *end*,\nno start.',
        markdown: 'No *end*,\nno [start](https://s.example).',
        attribution: 'host-path',
        url: 'https://code.example/ring',
      },
      { markdown: 'a', attribution: 'custom', attributionLabel: 'Ada, 12:30', url: '' },
      { markdown: 'a -- b -- c', attribution: 'none', attributionLabel: '' },
      {
        attribution: 'custom',
        attributionLabel: 'by [Ada](https://ada.example), 2031',
        url: 'https://ada.example',
        title: 'Ada',
      },
    ]);
  });

  it('that is a quote without an attribution is from what the piece before links to', () => {
    const [, quote, other] = read('[Ring](https://r.example) says:\n\n> a\n\n> b\n');
    expect(quote).toMatchObject({ attribution: 'none', url: 'https://r.example' });
    expect(other).toMatchObject({ attribution: 'none', url: '' });
  });

  it('that is anything else is raw', () => {
    expect(
      read('1. a\n\n|a|\n|-|\n\n```\nx\n```\n\n<!-- y -->\n\n{{< z >}}\n\n----\n\n[q]: /q\n').map(
        ({ kind }) => kind,
      ),
    ).toEqual(Array(7).fill('raw'));
  });
});

describe('the items of an opened post', () => {
  it('can be stored, whatever the post is, and give its bytes back while nobody changes them', async () => {
    await fc.assert(
      fc.asyncProperty(anyPost, async (text) => {
        const { post, items } = await open(text);
        for (const { item } of items) expect(v.is(ItemSchema, item)).toBe(true);
        expect(writeItems(post, items, render)).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  it('change only their own lines, and give them back when they say again what they said', async () => {
    const text = '# A\n\n*  one\n*  two\n\n\n> q\nlazy\n\n***\n';
    const { post, items } = await open(text);
    const changed = edited(items, 2, { note: 'three' });
    expect(writeItems(post, changed, render)).toBe(text.replace('*  two', '* three'));
    expect(writeItems(post, edited(changed, 2, { note: 'two' }), render)).toBe(text);
    const hidden = edited(items, 3, { hidden: true });
    expect(writeItems(post, hidden, render)).toContain('\n\n\n<!--\n\n');
    expect(writeItems(post, edited(hidden, 3, { hidden: false }), render)).toBe(text);
    const moved = [...items.slice(1), ...items.slice(0, 1)];
    expect(writeItems(post, moved, render)).toBe('*  one\n*  two\n\n\n> q\nlazy\n\n***\n\n# A\n');
  });

  it('keep their bytes when only their place in the library changes', async () => {
    const { post, items } = await open('a\n\nb\n');
    const filed = edited(items, 0, {
      order: 'zz',
      updatedAt: '2032-01-01T00:00:00.000Z',
      seenAt: null,
    });
    expect(writeItems(post, filed, render)).toBe('a\n\nb\n');
  });

  it('are written with the line ends of the post', async () => {
    const { post, items } = await open('a\r\n\r\nb\r\n');
    expect(writeItems(post, edited(items, 1, { note: 'c\n\nd' }), render)).toBe(
      'a\r\n\r\nc\r\n\r\nd\r\n',
    );
  });

  it('that are deleted or say nothing are left out', async () => {
    const { post, items } = await open('a\n\nb\n\nc\n');
    const gone = edited(items, 0, { deletedAt: '2032-01-01T00:00:00.000Z' });
    expect(writeItems(post, edited(gone, 2, { note: '' }), render)).toBe('b\n');
  });

  it('are refused where one is longer than an item can be', async () => {
    const post = openPost(`a\n\n${'word '.repeat(50_000)}\n`);
    const opening = { wrapUpId: id(0), now: '2031-03-02T10:00:00.000Z', newId: () => id(1) };
    expect(await openItems(post, opening)).toEqual({ ok: false, error: 'too-long' });
  });
});
