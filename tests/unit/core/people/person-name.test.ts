import fc from 'fast-check';
import { expect, test } from 'vitest';
import { personName } from '../../../../lib/core/people/person-name.ts';
import { anyText } from '../../../support/any-text.ts';

test.each([
  ['Ada Example', 'Ada Example'],
  ['  Ada \n Example ', 'Ada Example'],
  ['Ada Example (she/her)', 'Ada Example'],
  ['Ada Example (She/Her/Hers)', 'Ada Example'],
  ['Ada Example [they, them]', 'Ada Example'],
  ['Ada Example (er/ihm)', 'Ada Example'],
  ['Ada Example (any pronouns)', 'Ada Example'],
  ['Ada Example · she/her', 'Ada Example'],
  ['Ada Example she/they', 'Ada Example'],
  ['(3) Ada Example | LinkedIn', 'Ada Example'],
  ['Ada Example – XING', 'Ada Example'],
  ['Ada Example 🦀', 'Ada Example'],
  ['🦀 Ada 👩🏽‍💻 Example 🇩🇪', 'Ada Example'],
  ['Ada Example :verified: :rust_crab:', 'Ada Example'],
  ['𝐀𝐝𝐚 𝗘𝘅𝗮𝗺𝗽𝗹𝗲', 'Ada Example'],
  ['\u202eAda\u202c Example', 'Ada Example'],
  // Parts of a name stay.
  ['Dr. Ada Example, PhD', 'Dr. Ada Example, PhD'],
  ['Jürgen van der Example', 'Jürgen van der Example'],
  ['Ada (Maria) Example', 'Ada (Maria) Example'],
  ['Ada Example-Sample', 'Ada Example-Sample'],
  ['Ellа Her', 'Ellа Her'],
  ['مريم المثال', 'مريم المثال'],
  ['מרים לדוגמה', 'מרים לדוגמה'],
  // A joiner between letters is spelling, not a picture.
  ['می\u200cرا نمونه', 'می\u200cرا نمونه'],
  ['例子 一', '例子 一'],
  ['O’Example', 'O’Example'],
  ['X Æ A-12', 'X Æ A-12'],
  // Nothing else would be left.
  ['🦀', '🦀'],
  ['', ''],
])('%j → %j', (text, name) => {
  expect(personName(text)).toBe(name);
});

test('whatever the text, a name is one line, and no empty one for some', () => {
  fc.assert(
    fc.property(anyText(), (text) => {
      const name = personName(text);
      expect(name).not.toMatch(/[\n\r\t]/);
      if (/[A-Za-z]/.test(text)) expect(name).not.toBe('');
    }),
  );
});
