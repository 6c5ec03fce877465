import { expect, test } from 'vitest';
import { cloneSpan } from '../../../lib/page/clone-span.ts';
import { showPage } from './support.ts';

/** Copies a hundred words that are alike, but for a style of the 71st. */
function copied(style: string): string {
  const words = Array.from({ length: 100 }, (_, index) => `<b class="n">${index + 1}</b> `);
  showPage(`<style>.n:nth-of-type(71) { ${style} }</style><p>${words.join('')}</p>`);
  const paragraph = document.querySelector('p') as Element;
  const copy = cloneSpan(
    { start: { node: paragraph, offset: 0 }, end: { node: paragraph, offset: 200 } },
    document.implementation.createHTMLDocument(''),
  );
  return copy.textContent;
}

test.each(['font-size: 0px', 'color: transparent'])(
  'of many elements that are alike, one that nobody sees is left out: %s',
  (style) => {
    const text = copied(style);
    expect(text).toContain('70');
    expect(text).not.toContain('71');
    expect(text).toContain('72');
  },
);
