import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkedAddresses } from '../../../lib/markdown/linked-addresses.ts';
import { addressEdit, linkEdit, takesAddress, takesLink } from '../../../lib/render/link-edit.ts';
import { hostileText } from '../../support/hostile-text.ts';
import { tries } from '../../support/property-tries.ts';
import { renderGfm } from '../../support/render-gfm.ts';

const reva = { title: 'cs3org/reva: a [server]', url: 'https://reva.example/a' };

/** Parses a text with `‹` and `›` around the selection, or `|` at the caret. */
function marked(text: string) {
  const caret = text.indexOf('¦');
  if (caret >= 0) return { markdown: text.replace('¦', ''), start: caret, end: caret };
  const start = text.indexOf('‹');
  const end = text.indexOf('›') - 1;
  return { markdown: text.replace(/[‹›]/g, ''), start, end };
}

function linked(text: string, to = reva): string {
  const { markdown, ...selection } = marked(text);
  const made = linkEdit(markdown, selection, to);
  if ('refused' in made) return `refused: ${made.refused}`;
  const { from, to: until, by } = made.edit;
  return markdown.slice(0, from) + by + markdown.slice(until);
}

const address = reva.url;

describe('a link over words', () => {
  it.each([
    ['Built on ‹reva›, mostly.', `Built on [reva](${address}), mostly.`],
    ['Built on‹ reva ›mostly.', `Built on [reva](${address}) mostly.`],
    ['‹* reva› is old', `* [reva](${address}) is old`],
    ['‹## Reva›', `## [Reva](${address})`],
    ['a ‹*very* old› one', `a [*very* old](${address}) one`],
    ['**‹reva›** it is', `**[reva](${address})** it is`],
    ['the ‹`reva` daemon›', `the [\`reva\` daemon](${address})`],
    ['see ‹reva [the server]›', `see [reva \\[the server\\]](${address})`],
    ['two‹\nlines› of it', `two\n[lines](${address}) of it`],
    ['‹one\nlink›', `[one\nlink](${address})`],
    ['so!‹reva›', `so\\![reva](${address})`],
    ['‹![a ring](ring.png)›', `[![a ring](ring.png)](${address})`],
    ['| a | b |\n| - | - |\n| ‹one› | two |', `| a | b |\n| - | - |\n| [one](${address}) | two |`],
  ])('%s', (text, expected) => {
    expect(linked(text)).toBe(expected);
  });

  it('writes an address so that Markdown reads it as it is', () => {
    const url = 'https://a.example/b_(c)/d e?f=(';
    expect(linked('‹words›', { title: '', url })).toBe(
      '[words](https://a.example/b_(c)/d%20e?f=\\()',
    );
  });

  it.each([
    ['[reva‹ is› old](https://b.example)', `[reva is old](${address})`],
    ['‹[reva](https://b.example "Reva")›', `[reva](${address} "Reva")`],
    ['[re¦va](<https://b.example/x y>)', `[reva](${address})`],
  ])('changes where a link leads that the words are in: %s', (text, expected) => {
    expect(linked(text)).toBe(expected);
  });

  it.each([
    ['the `re‹va› daemon`', 'code'],
    ['```\nre‹va›\n```', 'code'],
    ['the `re¦va`', 'code'],
    ['‹one\n\ntwo›', 'paragraphs'],
    ['* ‹one\n* two›', 'paragraphs'],
    ['| ‹a | b› |\n| - | - |', 'paragraphs'],
    ['‹see [reva](https://b.example)›', 'link'],
    ['see [re‹va](https://b.example) and› more', 'link'],
    ['‹see https://b.example›', 'link'],
    ['‹see <https://b.example>›', 'link'],
    ['read ‹{link}› first', 'link'],
    ['‹read *this› now*', 'emphasis'],
    ['a <b ‹title›="x">', 'markup'],
    ['[a]: https://‹b›.example', 'markup'],
    ['‹   ›', 'none'],
  ])('says why it makes none: %s', (text, why) => {
    if (why === 'none') expect(linked(text)).toContain(`](${address})`);
    else expect(linked(text)).toBe(`refused: ${why}`);
  });

  it('leads nowhere that a post may not link to', () => {
    expect(linked('‹reva›', { title: '', url: 'javascript:alert(1)' })).toBe('refused: address');
    expect(linked('‹reva›', { title: '', url: '' })).toBe('refused: address');
  });
});

describe('the address of a link whose words are written', () => {
  const ended = (text: string, to = reva) => {
    const { markdown, ...typed } = marked(text);
    const made = addressEdit(markdown, typed, to);
    if ('refused' in made) return `refused: ${made.refused}`;
    const { from, to: until, by } = made.edit;
    const after = markdown.slice(0, from) + by + markdown.slice(until);
    expect(after.slice(0, made.caret).endsWith(')')).toBe(true);
    return after;
  };

  it.each([
    ['See [it](¦', `See [it](${address})`],
    ['See [it](‹re› now', `See [it](${address}) now`],
    ['See [it](‹re›), now', `See [it](${address}), now`],
    ['* [one](¦\n* two', `* [one](${address})\n* two`],
    ['[a [b](¦', `[a [b](${address})`],
    ['[![x](/x.png)](¦', `[![x](/x.png)](${address})`],
  ])('in %j', (text, expected) => {
    expect(ended(text)).toBe(expected);
  });

  it('is escaped as Markdown needs it', () => {
    expect(ended('[it](¦', { title: '', url: 'https://reva.example/a b)' })).toBe(
      String.raw`[it](https://reva.example/a%20b\))`,
    );
  });

  it.each(['](¦', '`[it](¦`', '![it](¦', '\\[it](¦'])('is refused in %j', (text) => {
    expect(ended(text)).toMatch(/^refused/);
    const { markdown, ...typed } = marked(text);
    expect(takesAddress(markdown, typed)).toBe(false);
  });
});

describe('a link at the caret', () => {
  it.each([
    ['', `[cs3org/reva: a [server]](${address})`],
    ['Built on ¦.', `Built on [cs3org/reva: a [server]](${address}).`],
    ['* ¦', `* [cs3org/reva: a [server]](${address})`],
  ])('is named by what it leads to: %j', (text, expected) => {
    expect(linked(text === '' ? '¦' : text)).toBe(expected);
  });

  it('is named by its address where that has no name', () => {
    expect(linked('¦', { title: '', url: 'https://reva.example/a/' })).toBe(
      '[reva.example/a/](https://reva.example/a/)',
    );
  });

  it('runs nothing of Hugo, whatever the page is called', () => {
    expect(linked('¦', { title: '{{ a }} {% b %} {{{', url: address })).toBe(
      `[{\\{ a }} &#123;% b %} {\\{\\{](${address})`,
    );
    expect(linked('¦', { title: 'A {{< figure >}}', url: address })).toBe(
      `[A {\\{< figure >}}](${address})`,
    );
  });

  it.each([
    ['words ¦', true],
    ['¦', true],
    ['`code ¦`', false],
    ['```\n¦', false],
    ['[a l¦ink](https://b.example)', false],
    ['<b ¦>', false],
  ])('may be begun in %j: %s', (text, takes) => {
    const { markdown, start } = marked(text);
    expect(takesLink(markdown, start)).toBe(takes);
  });
});

describe('whatever is written', () => {
  const target = 'https://target.example/x_(y)';
  const anchor = /<a href="https:\/\/target\.example\/x_\(y\)">([\s\S]*?)<\/a>/g;

  it('reads back as the same text with exactly that link over the words', () => {
    let made = 0;
    const any = fc.tuple(
      fc.array(fc.oneof(hostileText, fc.constantFrom('some words', ' of them ', '\n', '[a](b)')), {
        minLength: 1,
        maxLength: 6,
      }),
      fc.nat(1000),
      fc.nat(1000),
    );
    fc.assert(
      fc.property(any, ([pieces, a, b]) => {
        const markdown = pieces.join('');
        const [start, end] = [a % (markdown.length + 1), b % (markdown.length + 1)].sort(
          (one, other) => one - other,
        ) as [number, number];
        const edit = linkEdit(markdown, { start, end }, { title: 'T', url: target });
        // Nobody sees a footnote that nothing refers to.
        if ('refused' in edit || markdown.includes('[^1]:')) return;
        const { from, to, by } = edit.edit;
        const after = markdown.slice(0, from) + by + markdown.slice(to);
        const html = renderGfm(after);
        const anchors = [...html.matchAll(anchor)];
        expect(anchors, after).toHaveLength(1);
        if (!by.includes('](') || /^(?:\\!)?\[T\]/.test(by)) return;
        made++;
        expect(html.replace(anchor, '$1'), after).toBe(renderGfm(markdown));
      }),
      tries(1000),
    );
    expect(made).toBeGreaterThan(100);
  });
});

describe('the addresses that a text links to', () => {
  it('are those of links, in angle brackets, and bare ones', () => {
    expect(
      linkedAddresses(
        '[a](https://a.example/1 "A") and <https://b.example>, see https://c.example/x. ' +
          '[![p](p.png)](<https://d.example/d d>) [e](https://e.example/\\(x)',
      ),
    ).toEqual([
      'https://a.example/1',
      'https://d.example/d d',
      'https://e.example/(x',
      'https://b.example',
      'https://c.example/x',
    ]);
  });

  it('are not what stands in code, comments or a picture', () => {
    expect(
      linkedAddresses(
        '`[a](https://a.example)` <!-- [b](https://b.example) --> ![c](https://c.example)\n\n' +
          '```\nhttps://d.example\n```',
      ),
    ).toEqual([]);
  });
});
