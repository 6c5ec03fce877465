import { describe, expect, test } from 'vitest';
import { describeSpan } from '../../../lib/page/selectors.ts';
import { selectMarked, showPage } from './support.ts';

function described(body: string, headingId = '') {
  showPage(body);
  const range = selectMarked();
  return describeSpan(
    {
      start: { node: range.startContainer, offset: range.startOffset },
      end: { node: range.endContainer, offset: range.endOffset },
    },
    headingId,
  );
}

describe('a place is described in the W3C shapes', () => {
  test('quote with context, position in the text, element and heading', () => {
    const text = 'the quick brown fox jumps over the lazy dog';
    expect(
      described(`<main><p id="p">${text} [[and <b>then</b> it]] rests, ${text}</p></main>`, 'h'),
    ).toEqual([
      {
        type: 'TextQuoteSelector',
        exact: 'and then it',
        // There are 32 characters on each side.
        prefix: 'own fox jumps over the lazy dog ',
        suffix: ' rests, the quick brown fox jump',
      },
      { type: 'TextPositionSelector', start: 44, end: 55 },
      { type: 'CssSelector', value: '#p' },
      {
        type: 'FragmentSelector',
        conformsTo: 'http://tools.ietf.org/rfc/rfc3236',
        value: 'h',
      },
    ]);
  });

  test('the position counts the text of the body', () => {
    const selectors = described('<p>ab</p><p>c[[de]]f</p>');
    const position = selectors.find((one) => one.type === 'TextPositionSelector');
    expect(document.body.textContent?.slice(position?.start, position?.end)).toBe('de');
  });

  test('the path leads from the nearest id that is there once', () => {
    const selectors = described(
      '<div id="twice"></div><section id="s"><div id="twice"><p>a</p><p>[[b]]</p></div></section>',
    );
    const css = selectors.find((one) => one.type === 'CssSelector')?.value ?? '';
    expect(css).toBe('#s > div:nth-of-type(1) > p:nth-of-type(2)');
    expect(document.querySelectorAll(css).length).toBe(1);
  });

  test('an id that is no plain name is escaped', () => {
    const css = described('<p id="1:a b">[[x]]</p>').find((one) => one.type === 'CssSelector');
    expect(document.querySelector(css?.value ?? '')?.id).toBe('1:a b');
  });

  test('what follows is the text behind the end, wherever that is', () => {
    showPage('<p>low <b>tide</b></p><!-- at --><ul><li></li><li>six</li></ul>\n<p></p>');
    const { body } = document;
    const places: [Node, number][] = [];
    const walker = document.createTreeWalker(body);
    for (let node: Node | null = body; node; node = walker.nextNode()) {
      const length = node instanceof CharacterData ? node.length : node.childNodes.length;
      for (let offset = 0; offset <= length; offset++) places.push([node, offset]);
    }
    for (const [node, offset] of places) {
      const rest = document.createRange();
      rest.setStart(node, offset);
      rest.setEnd(body, body.childNodes.length);
      const span = { start: { node: body, offset: 0 }, end: { node, offset } };
      const quote = describeSpan(span, '').find(({ type }) => type === 'TextQuoteSelector');
      expect(quote).toMatchObject({ suffix: rest.toString() });
    }
  });

  test('no path leads past ten thousand elements', () => {
    const css = described(`${'<i></i>'.repeat(10_001)}<p>[[x]]</p>`);
    expect(css.some((one) => one.type === 'CssSelector')).toBe(false);
  });

  test('context never cuts a character in two', () => {
    const emoji = '😀'.repeat(40);
    const quote = described(`<p>a${emoji}[[x]]b${emoji}</p>`)[0];
    if (quote?.type !== 'TextQuoteSelector') throw new Error('no quote');
    expect(quote.prefix).toBe('😀'.repeat(16));
    expect(quote.suffix).toBe(`b${'😀'.repeat(15)}`);
  });
});
