import { describe, expect, it } from 'vitest';
import { defaultProfile, type Profile } from '../../../../lib/core/post/profile.ts';
import { joinBlocks } from '../../../../lib/render/items/join-blocks.ts';
import { renderBlock, renderItem } from '../../../../lib/render/items/render-item.ts';
import {
  createImage,
  createLink,
  createMoment,
  createNote,
  createQuote,
  createSection,
  createSource,
} from '../../../support/items.ts';

const unfilled: Profile = {
  ...defaultProfile,
  columns: { quote: 0, prose: 0, bullet: 0, note: 0 },
};
const render = (item: Parameters<typeof renderItem>[0], profile = unfilled) =>
  renderItem(item, profile);
const lines = (...text: string[]) => text.join('\n');

describe('a quote', () => {
  it('has its tables as HTML only where the site shows HTML, and nobody edited the words', () => {
    const quote = createQuote({
      markdown: '| a |  |\n| --- | --- |\n| b | c |',
      htmlMarkdown: '<table><tbody><tr><td colspan="2">a</td></tr></tbody></table>',
      attribution: 'none',
    });
    expect(render(quote)).toContain('> | b | c |');
    expect(render(quote, { ...unfilled, rawHtml: true })).toContain('> <table>');
    const plain = { ...quote, htmlMarkdown: undefined };
    expect(render(plain, { ...unfilled, rawHtml: true })).toContain('> | b | c |');
    const edited = { ...quote, editedMarkdown: 'mine' };
    expect(render(edited, { ...unfilled, rawHtml: true })).toBe('> mine');
  });

  const by = '-- [example.org/docs/intro/](https://example.org/docs/intro/)';

  it('is a block quote closed by its attribution', () => {
    expect(render(createQuote({ markdown: 'One.\n\nTwo.' }))).toBe(
      lines('> One.', '>', `> Two. ${by}`),
    );
  });

  it.each([
    ['a list', lines('- a', '- b')],
    ['a fence', lines('```go', 'x', '```')],
    ['indented code', lines('text', '', '    x')],
    ['a table', lines('| a |', '| - |', '| b |')],
    ['a heading', '## a'],
    ['a block quote', '> a'],
    ['HTML', '<div>\na\n</div>'],
    ['a definition', '[a]: https://a.example'],
  ])('ending in %s has its attribution in a paragraph of its own', (_, markdown) => {
    const quoted = markdown.split('\n').map((line) => (line === '' ? '>' : `> ${line}`));
    expect(render(createQuote({ markdown }))).toBe(lines(...quoted, '>', `> ${by}`));
  });

  it.each([
    ['host-path', '', ' -- [a.example/b/](https://www.a.example/b/?q=1)'],
    ['title', '', ' -- [The \\*title\\*](https://www.a.example/b/?q=1)'],
    ['custom', 'my [own] word', ' -- [my [own] word](https://www.a.example/b/?q=1)'],
    ['custom', '', ' -- [a.example/b/](https://www.a.example/b/?q=1)'],
    ['none', 'unused', ''],
  ] as const)('attributed by %s', (attribution, attributionLabel, ending) => {
    const source = createSource({
      canonicalUrl: 'https://www.a.example/b/?q=1',
      cleanTitle: 'The *title*',
    });
    expect(render(createQuote({ markdown: 'x', source, attribution, attributionLabel }))).toBe(
      `> x${ending}`,
    );
  });

  it('of a local file is attributed to its name', () => {
    const source = createSource({ url: '', canonicalUrl: '', title: 'paper.pdf', cleanTitle: '' });
    expect(render(createQuote({ markdown: 'x', source }))).toBe('> x -- paper.pdf');
  });

  it('has the note as its lead-in, with the link where the note wants it', () => {
    const quote = { markdown: 'x', attribution: 'none' } as const;
    expect(render(createQuote({ ...quote, note: 'They say:\n' }))).toBe('They say:\n\n> x');
    expect(render(createQuote({ ...quote, note: '{link} says:' }))).toBe(
      '[Introduction](https://example.org/docs/intro/) says:\n\n> x',
    );
    expect(render(createQuote({ ...quote, note: '{link}:', attributionLabel: 'Ex' }))).toBe(
      '[Ex](https://example.org/docs/intro/):\n\n> x',
    );
  });

  it('can be a list item', () => {
    const quote = { markdown: 'x\n\ny', attribution: 'none', form: 'bullet' } as const;
    expect(render(createQuote(quote))).toBe(lines('* > x', '  >', '  > y'));
    expect(render(createQuote({ ...quote, note: 'They say:' }))).toBe(
      lines('* They say:', '  > x', '  >', '  > y'),
    );
  });

  it('is taken from its text, escaped, where nothing could convert it', () => {
    expect(
      render(createQuote({ markdown: '', text: '# a <b>\nc\n\n- d', attribution: 'none' })),
    ).toBe(lines('> \\# a \\<b> c', '>', '> \\- d'));
  });

  it('shows the Markdown as the note-taker changed it', () => {
    expect(
      render(createQuote({ markdown: 'x', editedMarkdown: 'x [...] z', attribution: 'none' })),
    ).toBe('> x [...] z');
    expect(render(createQuote({ markdown: 'x', editedMarkdown: '', note: 'Only this.' }))).toBe(
      'Only this.',
    );
  });

  it('is filled at the profile’s column, markers included', () => {
    const markdown = 'aaaa bbbb cccc dddd eeee';
    const profile = { ...unfilled, columns: { ...unfilled.columns, quote: 12 } };
    expect(render(createQuote({ markdown, attribution: 'none' }), profile)).toBe(
      lines('> aaaa bbbb', '> cccc dddd', '> eeee'),
    );
  });
});

describe('a link', () => {
  const url = 'https://example.org/tool/';
  it.each([
    ['is a thing', '* [tool](https://example.org/tool/) is a thing'],
    [', what it is', '* [tool](https://example.org/tool/), what it is'],
    [': what it is', '* [tool](https://example.org/tool/): what it is'],
    ['. Good.', '* [tool](https://example.org/tool/). Good.'],
    ['', '* [tool](https://example.org/tool/)'],
    ['  \n', '* [tool](https://example.org/tool/)'],
    ['see {link} (2025)', '* see [tool](https://example.org/tool/) (2025)'],
    [`see [this](${url}) first`, `* see [this](${url}) first`],
    [`see <${url}>`, `* see <${url}>`],
    [`see ${url}`, `* see ${url}`],
    [`see ${url}more`, `* [tool](${url}) see ${url}more`],
    ['one\n\ntwo', '* [tool](https://example.org/tool/) one\n\n  two'],
  ])('with the note %j', (note, expected) => {
    expect(render(createLink({ url, note }))).toBe(expected);
  });

  it('can be a paragraph', () => {
    expect(render(createLink({ url, note: 'More: {link}', form: 'paragraph' }))).toBe(
      'More: [tool](https://example.org/tool/)',
    );
  });

  it('has its title escaped and falls back to its address', () => {
    expect(render(createLink({ url, title: 'a](b) <c>\n*d*' }))).toBe(
      '* [a\\](b) \\<c> \\*d\\*](https://example.org/tool/)',
    );
    expect(render(createLink({ url, title: ' ' }))).toBe(
      '* [example.org/tool/](https://example.org/tool/)',
    );
  });

  it('uses the blog’s bullet', () => {
    expect(render(createLink({ url }), { ...unfilled, bullet: '-' })).toBe(
      '- [tool](https://example.org/tool/)',
    );
  });
});

describe('a picture', () => {
  it.each([
    [{ path: '/a/b.png' }, '![](/a/b.png)'],
    [
      { fileName: 'b c.png', alt: 'Two [words]', assetId: 'a'.repeat(64) },
      '![Two [words]](/images/b%20c.png)',
    ],
    [{ fileName: 'no-bytes.png' }, '![](https://example.org/picture.png)'],
    [{ fileName: 'no-bytes.png', url: '' }, '![](/images/no-bytes.png)'],
    [{}, '![](https://example.org/picture.png)'],
    [{ path: '/b.png', linkUrl: 'https://a.example' }, '[![](/b.png)](https://a.example)'],
    [{ path: '/b.png', note: 'See:' }, 'See:\n\n![](/b.png)'],
  ])('%o', (changes, expected) => {
    expect(render(createImage(changes))).toBe(expected);
  });
});

it('a moment links to its time', () => {
  expect(render(createMoment({ startSeconds: 2756, note: 'why' }))).toBe(
    '* [45:56](https://video.example/watch/12) why',
  );
  expect(
    render(createMoment({ startSeconds: 3723, mediaUrl: 'https://youtu.be/aB3-dE5_gH7' })),
  ).toMatch(/^\* \[1:02:03\]\(https:\/\/youtu\.be\/aB3-dE5_gH7\?t=3723\)$/);
});

describe('notes and sections', () => {
  it('keep the note-taker’s Markdown', () => {
    const note = '1. one\n   * two\n\n| a |\n| - |\n\n```\n x\n```';
    expect(render(createNote({ note }))).toBe(note);
    expect(render(createNote({ note: 'one\n```\nx\n```', form: 'bullet' }))).toBe(
      '* one\n  ```\n  x\n  ```',
    );
  });

  it('lose an indentation that would move the list item', () => {
    expect(render(createNote({ note: '  a\n  - b', form: 'bullet' }))).toBe('* a\n  - b');
    expect(render(createNote({ note: '\tcode', form: 'bullet' }))).toBe('*     code');
  });

  it('are lead-ins or headings', () => {
    expect(render(createSection({ note: 'Some more:' }))).toBe('Some more:');
    expect(render(createSection({ note: 'Misc\nand more', form: 'h2' }))).toBe('## Misc and more');
    expect(render(createSection({ note: 'References', form: 'h3' }))).toBe('### References');
  });

  it('close what they left open', () => {
    expect(render(createNote({ note: '```\nx' }))).toBe('```\nx\n```');
    expect(render(createNote({ note: '~~~~ a\nx' }))).toBe('~~~~ a\nx\n~~~~');
    expect(render(createNote({ note: '<!-- x' }))).toBe('<!-- x\n-->');
    expect(render(createNote({ note: '<pre>\nx' }))).toBe('<pre>\nx\n</pre>');
  });
});

describe('hidden items', () => {
  it('stand in a comment that nothing in them ends', () => {
    expect(render(createNote({ note: 'a --> b --!> c -- d', hidden: true }))).toBe(
      '<!--\n\na --&gt; b --!&gt; c -- d\n\n-->',
    );
  });
});

describe('items together', () => {
  const together = (...items: Parameters<typeof renderItem>[0][]) =>
    joinBlocks(items.map((item) => renderBlock(item, unfilled)));

  it('are one blank line apart, bullets none', () => {
    const bullet = (note: string) => createNote({ note, form: 'bullet' });
    expect(
      together(createSection({ note: 'A:' }), bullet('b'), bullet('c'), createNote({ note: 'd' })),
    ).toBe('A:\n\n* b\n* c\n\nd');
  });

  it('leave out what is deleted or says nothing', () => {
    expect(
      together(
        createNote({ note: 'a', form: 'bullet' }),
        createNote({ note: ' \n ' }),
        createNote({ note: '', hidden: true }),
        createNote({ note: 'gone', deletedAt: '2026-11-20T10:00:00.000Z' }),
        createNote({ note: 'b', form: 'bullet' }),
      ),
    ).toBe('* a\n* b');
    expect(together()).toBe('');
  });

  it('do not take in an indented note that follows a list', () => {
    expect(
      together(createNote({ note: 'a', form: 'bullet' }), createNote({ note: '    code' })),
    ).toBe('* a\n\n<!-- -->\n\n    code');
  });
});
