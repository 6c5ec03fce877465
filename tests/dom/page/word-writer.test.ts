import { describe, expect, test } from 'vitest';
import { fragmentOf } from '../../support/html-tree.ts';
import { textOf } from '../../support/text-of.ts';

describe('what stands for words is among the words', () => {
  test.each([
    [
      "an emoji's picture",
      '<p>Yes <img class="emoji" src="/t.png" alt=":tada:">, see</p>',
      'Yes :tada:, see',
    ],
    ['a formula', '<p>Let <math alttext="x\\in R"><mi>x</mi></math> be</p>', 'Let $x\\in R$ be'],
    [
      'a displayed formula',
      '<div>so <math display="block" alttext="y"><mi>y</mi></math></div>',
      'so $$y$$',
    ],
  ])('%s', (_name, body, text) => {
    expect(textOf(fragmentOf(body))).toBe(text);
  });
});
