import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePost, longestPost } from '../../../lib/posts/decode-post.ts';
import { openPost } from '../../../lib/posts/open-post.ts';
import { blocksOf, frameOf, writePost } from '../../../lib/posts/write-post.ts';
import { anyPost } from '../../support/any-post.ts';
import { anyText } from '../../support/any-text.ts';
import { tries } from '../../support/property-tries.ts';

const written = (text: string) => {
  const post = openPost(text);
  return writePost(frameOf(post), blocksOf(post));
};
const kinds = (text: string) => openPost(text).pieces.map(({ kind, text }) => `${kind}: ${text}`);
const format = (text: string) => openPost(text).frontMatter?.format;

describe('opening a post', () => {
  it('gives the same text back, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(anyPost, anyText(200)), (text) => {
        expect(written(text)).toBe(text);
      }),
      tries(150),
    );
  });

  it('leaves only blank lines between its pieces', () => {
    fc.assert(
      fc.property(anyPost, (text) => {
        const { pieces, tail } = openPost(text);
        for (const gap of [...pieces.map((piece) => piece.gap), tail])
          expect(gap).toMatch(/^[ \t\r\n]*$/);
      }),
      tries(100),
    );
  });

  it.each([
    ['quotes nested 20,000 deep', `${'> '.repeat(20_000)}x\n`],
    ['lists nested 20,000 deep', `${'* '.repeat(20_000)}x\n`],
    ['brackets without an end', '['.repeat(50_000)],
    ['shortcodes without an end', '{{< a\n'.repeat(2_000)],
    ['one long line', 'word *a* [b](c) '.repeat(10_000)],
  ])('opens %s', (_, text) => {
    expect(written(text)).toBe(text);
  });
});

describe('front matter', () => {
  it.each([
    ['---\ntitle: a\n---\n\ntext', 'yaml'],
    ['---  \r\ntitle: a\r\n---\t\r\ntext', 'yaml'],
    ['---\ntitle: a\n...\ntext', 'yaml'],
    ['\n\n---\ntitle: a\n---\ntext', 'yaml'],
    ['---\n---\n', 'yaml'],
    ['+++\ntitle = "a"\n+++\ntext', 'toml'],
    ['{\n  "title": "a}\\"b",\n  "x": {}\n}\n\ntext', 'json'],
    ['\uFEFF---\ntitle: a\n---\n', 'yaml'],
    ['---\ntitle: a\n', undefined],
    ['\n---\nprose\n---\n', undefined],
    ['text\n---\ntitle: a\n---\n', undefined],
    ['{{< figure >}}\n', undefined],
    ['{% raw %}{% endraw %}', undefined],
    ['{"a": 1} and more\n', undefined],
    ['', undefined],
  ])('of %j is %s', (text, expected) => {
    expect(format(text)).toBe(expected);
  });

  it('keeps fences, fields and what follows apart', () => {
    expect(openPost('---\na: 1\n# c\n---\n\ntext\n')).toMatchObject({
      frontMatter: { opening: '---\n', fields: 'a: 1\n# c\n', closing: '---\n' },
      pieces: [{ gap: '\n', text: 'text' }],
      tail: '\n',
    });
  });
});

describe('the body', () => {
  it('takes a shortcode for one thing, and a pair with all that it holds', () => {
    expect(
      kinds(
        '{{< figure\n\n  src="a" >}}\n\n{{< highlight sh >}}\n# no heading\n\n* no list\n{{< /highlight >}}\n\n{% raw %}\n> x\n\n{% endraw %}\n',
      ),
    ).toEqual([
      'shortcode: {{< figure\n\n  src="a" >}}',
      'shortcode: {{< highlight sh >}}\n# no heading\n\n* no list\n{{< /highlight >}}',
      'shortcode: {% raw %}\n> x\n\n{% endraw %}',
    ]);
  });

  it('does not take an opening without its end for a pair', () => {
    expect(kinds('{{< youtube x >}}\n\n# a\n\n{{< youtube y >}}\n\n{{<\n\n* b\n')).toEqual([
      'shortcode: {{< youtube x >}}',
      'heading: # a',
      'shortcode: {{< youtube y >}}',
      'paragraph: {{<',
      'bullet: * b',
    ]);
  });

  it('tells a comment from other HTML', () => {
    expect(kinds('<!-- a\n\nb -->\n\n<div>\n')).toEqual([
      'comment: <!-- a\n\nb -->',
      'html: <div>',
    ]);
  });

  it('knows most of its line ends', () => {
    expect(openPost('a\r\nb\r\nc\n').lineEnd).toBe('\r\n');
    expect(openPost('a\rb').lineEnd).toBe('\r');
    expect(openPost('a').lineEnd).toBe('\n');
  });
});

describe('a file', () => {
  const bytes = (...values: number[]) => new Uint8Array(values);

  it('is text with its byte order mark', () => {
    expect(decodePost(bytes(0xef, 0xbb, 0xbf, 0x61))).toEqual({ ok: true, value: '\uFEFFa' });
  });

  it.each([
    ['Latin-1', bytes(0x61, 0xfc, 0x62), 'not-text'],
    ['UTF-16', bytes(0xff, 0xfe, 0x61, 0x00), 'other-encoding'],
    ['a picture', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a), 'not-text'],
    ['text with zeros', bytes(0x61, 0x00), 'not-text'],
  ])('that is %s is refused', (_, value, error) => {
    expect(decodePost(value)).toEqual({ ok: false, error });
  });

  it('that is longer than any post is refused', () => {
    expect(decodePost(new Uint8Array(longestPost + 1))).toEqual({ ok: false, error: 'too-long' });
  });
});
