import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeReferences } from '../../../../lib/core/text/character-references.ts';

it.each([
  ['Q&amp;A &lt;b&gt; &quot;c&quot; &apos;d&apos;', 'Q&A <b> "c" \'d\''],
  ['a&nbsp;b', 'a\u00a0b'],
  ['&#233;&#xE9;&#X1F600;', 'éé😀'],
  ['&AMP;', '&'],
  // Decoded once, and only if it is the reference of a character.
  ['&amp;lt;', '&lt;'],
  ['&bogus; &amp &#; &#x; AT&T;', '&bogus; &amp &#; &#x; AT&T;'],
  ['&#0; &#xD800; &#1114112; &constructor;', '&#0; &#xD800; &#1114112; &constructor;'],
])('decodes %s', (text, decoded) => {
  expect(decodeReferences(text)).toBe(decoded);
});

it('gives back any text that was escaped by numbers', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (any) => {
      const text = any.toWellFormed().replaceAll('\0', '');
      const escaped = [...text].map((char) => `&#${char.codePointAt(0)};`).join('');
      expect(decodeReferences(escaped)).toBe(text);
    }),
  );
});
