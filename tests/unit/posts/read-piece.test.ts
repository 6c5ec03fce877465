import { describe, expect, it } from 'vitest';
import { openPost } from '../../../lib/posts/open-post.ts';
import { readPiece } from '../../../lib/posts/read-piece.ts';

const read = (text: string) => {
  const { pieces } = openPost(text);
  return pieces.map((piece, at) => readPiece(piece, pieces[at - 1]));
};

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
