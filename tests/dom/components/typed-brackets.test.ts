import { describe, expect, it } from 'vitest';
import { bracketQuery, bracketsBefore } from '../../../components/links/typed-brackets.ts';

describe('two brackets before the caret', () => {
  it.each([
    ['See [[', { start: 4, query: '' }],
    ['See [[re', { start: 4, query: 're' }],
    ['[[a [[b', { start: 4, query: 'b' }],
    ['See [', undefined],
    ['[[[', undefined],
    ['\\[[', undefined],
    ['[[a\n', undefined],
    ['[', undefined],
    ['', undefined],
  ])('in %j', (text, expected) => {
    expect(bracketsBefore(text, text.length)).toEqual(expected);
  });

  it('search for the text between them and the caret, with one space at most', () => {
    expect(bracketQuery('[[two words] more', 0, 11)).toBe('two words');
    expect(bracketQuery('[[two words more', 0, 16)).toBeUndefined();
    expect(bracketQuery('[[a]] b', 0, 5)).toBeUndefined();
    expect(bracketQuery('[[a', 0, 1)).toBeUndefined();
    expect(bracketQuery('[a', 0, 2)).toBeUndefined();
  });
});
