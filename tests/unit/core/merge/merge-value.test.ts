import { describe, expect, it } from 'vitest';
import { isSameValue, mergeValue } from '../../../../lib/core/merge/merge-value.ts';

const speaker = (id: string, name: string, role = '') => ({ id, name, url: '', role });

describe('values made from one', () => {
  it('of an object are merged field by field', () => {
    const base = { name: '', url: 'u', startsAt: '', timeZone: '' };
    const mine = { ...base, timeZone: 'Europe/Berlin' };
    const theirs = { ...base, name: 'Meetup' };
    expect(mergeValue('event', base, mine, theirs)).toEqual({
      value: { name: 'Meetup', url: 'u', startsAt: '', timeZone: 'Europe/Berlin' },
      clash: false,
    });
  });

  it('of a list are merged by id: added, changed, removed and moved', () => {
    const base = [speaker('a', 'Ada'), speaker('b', 'Bo'), speaker('c', 'Cy')];
    const mine = [
      speaker('a', 'Ada', 'CTO'),
      speaker('b', 'Bo'),
      speaker('c', 'Cy'),
      speaker('n', ''),
    ];
    const theirs = [speaker('c', 'Cy'), speaker('a', 'Ada L.')];
    expect(mergeValue('speakers', base, mine, theirs)).toEqual({
      value: [speaker('c', 'Cy'), speaker('n', ''), speaker('a', 'Ada L.', 'CTO')],
      clash: false,
    });
  });

  it('keep what was typed on one side and removed on the other', () => {
    const base = [speaker('a', 'Ada')];
    expect(mergeValue('speakers', base, [], [speaker('a', 'Ada L.')])).toEqual({
      value: [speaker('a', 'Ada L.')],
      clash: true,
    });
    expect(mergeValue('speakers', base, [speaker('a', 'Ada L.')], [])).toEqual({
      value: [speaker('a', 'Ada L.')],
      clash: true,
    });
  });

  it('of a list that was not there yet are merged as if it had been empty', () => {
    const talk = (id: string, slides: string, title = '') => ({ id, title, slides });
    expect(
      mergeValue('talks', undefined, [talk('a', ''), talk('m', 'x')], [talk('a', 'https://s')]),
    ).toEqual({ value: [talk('a', 'https://s'), talk('m', 'x')], clash: false });
    // Undoing the step that began the list leaves what was typed in it since.
    expect(
      mergeValue('talks', [talk('a', '')], undefined, [talk('a', '', 'Rings')], 'theirs').value,
    ).toEqual([talk('a', '', 'Rings')]);
  });

  it('of addresses are never put together from two', () => {
    const base = { slides: 'https://a.example/1', repository: '' };
    const mine = { ...base, slides: 'https://a.example/12' };
    const theirs = { ...base, slides: 'https://b.example/1' };
    expect(mergeValue('talk', base, mine, theirs)).toEqual({ value: mine, clash: true });
  });

  it('of tags are merged as a set', () => {
    expect(
      mergeValue('tags', ['go', 'meetup'], ['meetup', 'wasm'], ['go', 'meetup', 'db']),
    ).toEqual({
      value: ['meetup', 'db', 'wasm'],
      clash: false,
    });
  });

  it('without ids are merged place by place, else mine stands and the clash is told', () => {
    const base = [
      { key: 'a', value: '1' },
      { key: 'b', value: '2' },
    ];
    const mine = [
      { key: 'a', value: 'x' },
      { key: 'b', value: '2' },
    ];
    const theirs = [
      { key: 'a', value: '1' },
      { key: 'b', value: 'y' },
    ];
    expect(mergeValue('extraFields', base, mine, theirs)).toEqual({
      value: [
        { key: 'a', value: 'x' },
        { key: 'b', value: 'y' },
      ],
      clash: false,
    });
    expect(mergeValue('extraFields', base, mine, []).clash).toBe(true);
  });

  it.each([
    [
      'an address is never put together from two',
      'url',
      'https://a',
      'https://b',
      'https://c',
      'https://b',
      true,
    ],
    [
      'a title is merged by words',
      'title',
      'Meetup 5',
      'Meetup 6',
      'Big Meetup 5',
      'Big Meetup 6',
      false,
    ],
    ['a title that both replaced is mine', 'title', 'Meetup 5', 'Party', 'Quiz', 'Party', true],
    ['a line typed in two places is mine', 'title', '', 'Party', 'Quiz', 'Party', true],
    ['prose keeps both', 'note', 'a dog', 'a cat', 'a cow', 'a cat cow', true],
    ['a choice is the last one made', 'hidden', false, true, false, true, false],
  ] as const)('%s', (_, field, base, mine, theirs, value, clash) => {
    expect(mergeValue(field, base, mine, theirs)).toEqual({ value, clash });
  });

  it('hold no prototype', () => {
    const mine: unknown = JSON.parse('{"__proto__": {"x": 1}, "a": 1}');
    const { value } = mergeValue('event', {}, mine, { b: 2 });
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(({} as { x?: number }).x).toBeUndefined();
  });

  it('are the same whatever the order of their keys', () => {
    expect(isSameValue({ a: 1, b: [1, { c: 2 }] }, { b: [1, { c: 2 }], a: 1 })).toBe(true);
    expect(isSameValue({ a: 1 }, { a: 1, b: undefined })).toBe(true);
    expect(isSameValue([1], { 0: 1 })).toBe(false);
  });
});
