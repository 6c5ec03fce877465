import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FigureFields, readFigure } from '../../../lib/markdown/figure.ts';
import { changeFigure, writeFigure } from '../../../lib/markdown/write-figure.ts';
import { hostileText } from '../../support/hostile-text.ts';

const fields = (changes: Partial<FigureFields> = {}): FigureFields => ({
  ...{ alt: 'A ring', path: '/images/ring.png', linkUrl: '', caption: '' },
  ...changes,
});

describe('a picture that is no Markdown', () => {
  it.each([
    [
      '{{< figure src="/r.png" alt="A \\"ring\\"" caption="*Five*" link="https://a.example/" class="w" >}}',
      'shortcode',
      'A "ring"',
      '*Five*',
      'https://a.example/',
    ],
    ['{{<figure  src=/r.png >}}', 'shortcode', '', '', ''],
    ['{{< figure src=/r.png alt=`A "ring"` />}}', 'shortcode', 'A "ring"', '', ''],
    ['<img alt="A &quot;ring&#34;" width=20 src="/r.png">', 'img', 'A "ring"', '', ''],
    [
      "<a class=x href='https://a.example/'><img src=/r.png alt=''/></a>",
      'img',
      '',
      '',
      'https://a.example/',
    ],
    [
      '<figure class="w">\n  <img src="/r.png" alt="A ring" loading=lazy>\n  <figcaption>Five &amp; more</figcaption>\n</figure>',
      'figure',
      'A ring',
      'Five & more',
      '',
    ],
  ])('is read: %s', (text, form, alt, caption, linkUrl) => {
    const read = readFigure(text);
    expect(read).toMatchObject({ form, alt, path: '/r.png', caption, linkUrl });
  });

  it.each([
    ['{{< figure "/r.png" >}}', 'no name'],
    ['{{< figure alt="x" >}}', 'no source'],
    ['{{< figure src="/r.png" >}}x{{< /figure >}}', 'more than one'],
    ['{{< figurine src="/r.png" >}}', 'another'],
    ['<img src={ring}>', 'an expression'],
    ['<img src="/r.png"> and words', 'words'],
    [
      '<figure><img src="/r.png"><figcaption><em>x</em></figcaption></figure>',
      'tags in its caption',
    ],
    ['<figure><img src="/r.png">', 'no end'],
    ['<a href="/x"><img src="/r.png">', 'no end of its link'],
    ['<img src="/a.png" src="/b.png">', 'two sources'],
    ['![alt](/r.png)', 'Markdown'],
  ])('is none: %s (%s)', (text) => expect(readFigure(text)).toBeUndefined());

  it('has its field changed where it is, and nothing else', () => {
    const shortcode = '{{< figure  src="/r.png"\n alt="A ring" class="w" caption=`Five` >}}';
    const changed = (text: string, changes: Partial<FigureFields>) => {
      const { alt = '', path = '', linkUrl = '', caption = '' } = readFigure(text) ?? {};
      return changeFigure(text, { alt, path, linkUrl, caption, ...changes });
    };
    expect(changed(shortcode, { alt: 'Two "rings"' })).toBe(
      shortcode.replace('"A ring"', '"Two \\"rings\\""'),
    );
    expect(changed(shortcode, { caption: 'Six' })).toBe(shortcode.replace('`Five`', '`Six`'));
    expect(changed(shortcode, { caption: '' })).toBe(shortcode.replace(' caption=`Five`', ''));
    expect(changed(shortcode, { linkUrl: 'https://a.example/' })).toBe(
      shortcode.replace('ring"', 'ring" link="https://a.example/"'),
    );
    const html =
      '<figure>\n  <img width=9 src=/r.png>\n  <figcaption class=c>Five</figcaption>\n</figure>';
    expect(changed(html, { alt: 'A <ring>' })).toBe(
      html.replace('/r.png', '/r.png alt="A &#60;ring&#62;"'),
    );
    expect(changed(html, { caption: 'Six' })).toBe(html.replace('Five', 'Six'));
    expect(changed(html, { caption: '' })).toBe(
      html.replace('\n  <figcaption class=c>Five</figcaption>', ''),
    );
    expect(changed(html, { linkUrl: '/x' })).toBe(
      html.replace('<img width=9 src=/r.png>', '<a href="/x"><img width=9 src=/r.png></a>'),
    );
    const linked = '<a href="/x" rel=me><img src="/r.png" alt></a>';
    expect(changed(linked, { linkUrl: '' })).toBe('<img src="/r.png" alt>');
    expect(changed(linked, { alt: 'x' })).toBe(linked.replace('alt', 'alt="x"'));
  });

  it('is itself again, whatever words it holds', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('shortcode' as const, 'figure' as const, 'img' as const),
        hostileText,
        hostileText,
        (form, alt, words) => {
          const caption = form === 'img' ? '' : words;
          const text = writeFigure(form, fields({ alt, caption }));
          const read = readFigure(text);
          const said = (value = '') =>
            value
              .toWellFormed()
              .replaceAll('&#123;', '{')
              .replaceAll('\u02cb', '`')
              .replaceAll('\u200b', '')
              .replace(/\s+/g, ' ')
              .trim();
          expect([read?.form, said(read?.alt), said(read?.caption)]).toEqual([
            form,
            said(alt),
            said(caption),
          ]);
          expect(text).not.toMatch(/\n\s*\n/);
          // Nothing in it begins or ends something that a generator runs, except the shortcode
          // itself.
          const inside = form === 'shortcode' ? text.slice(3, -3) : text;
          expect(inside).not.toMatch(form === 'shortcode' ? /\{\{[<%]|[>%]\}\}/ : /[{}`]|<script/i);
        },
      ),
    );
  });

  it('takes no time that grows with what is no figure', () => {
    for (const text of [`{{< figure ${' '.repeat(1e6)}`, `<img src="a" ${' '.repeat(1e6)}`])
      expect(readFigure(text)).toBeUndefined();
  });
});
