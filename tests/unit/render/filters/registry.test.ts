import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstName } from '../../../../lib/render/filters/first-name.ts';
import { filters } from '../../../../lib/render/filters/registry.ts';
import { Markdown } from '../../../../lib/render/markdown.ts';

const apply = (name: string, value: unknown, ...args: unknown[]) => {
  const result = filters.find((filter) => filter.name === name)?.apply(value, ...args);
  return result instanceof Markdown ? result.source : result;
};

describe.each(filters.map((filter) => [filter.name, filter] as const))(
  'filter %s',
  (name, filter) => {
    it('has a name that templates can write, of its own', () => {
      expect(name).toMatch(/^[a-z]+(_[a-z]+)*$/);
      expect(filters.filter((other) => other.name === name)).toHaveLength(1);
    });

    it('takes anything and never throws', () => {
      fc.assert(
        fc.property(fc.anything({ withNullPrototype: true }), fc.anything(), (value, argument) => {
          filter.apply(value, argument);
        }),
      );
      filter.apply(undefined);
      filter.apply([null, new Markdown('x')], null);
    });
  },
);

describe('first_name', () => {
  it.each([
    ['Dr. Jürgen F. Example', 'Jürgen'],
    ['Ada Example', 'Ada'],
    ['Prof. Dr.-Ing. Ada Example', 'Ada'],
    ['J. Ada Example', 'Ada'],
    ['J.R.R. Example', 'Example'],
    ['Example, Ada', 'Ada'],
    ['Ada Example, PhD', 'Ada'],
    ['Plato', 'Plato'],
    ['van der Example', 'Example'],
    ['Anne-Marie Example', 'Anne-Marie'],
    ['Ada Example (she/her)', 'Ada'],
    ['王小明', '王小明'],
    ['Dr.', 'Dr.'],
    ['', ''],
  ])('%s → %s', (name, expected) => {
    expect(firstName(name)).toBe(expected);
  });

  it('keeps the addresses of a list', () => {
    expect(apply('first_name', [{ name: 'Ada Example', url: 'https://a.example' }])).toEqual([
      { name: 'Ada', url: 'https://a.example' },
    ]);
  });
});

it('sentence joins as one speaks', () => {
  expect(apply('sentence', ['a'])).toBe('a');
  expect(apply('sentence', ['a', 'b'])).toBe('a and b');
  expect(apply('sentence', ['a', '', 'b', '*c*'])).toBe('a, b and \\*c\\*');
  expect(apply('sentence', ['a', 'b'], 'und')).toBe('a und b');
  expect(apply('sentence', [])).toBe('');
});

it('date keeps the fields as written', () => {
  expect(apply('date', '2026-11-18T19:30')).toBe('2026-11-18');
  expect(apply('date', '2026-11-18T23:30:00-08:00', '%-d %B %Y, %H:%M %z')).toBe(
    '18 November 2026, 23:30 -0800',
  );
  expect(apply('date', 'now')).toBe('now');
});

it('link and host_path make links and labels', () => {
  expect(apply('link', 'a*', 'https://b.example')).toBe('[a\\*](https://b.example)');
  expect(apply('link', { name: 'a', url: 'https://b.example' })).toBe('[a](https://b.example)');
  expect(apply('link', 'a', 'javascript:alert(1)')).toBe('a');
  expect(apply('host_path', 'https://www.github.com/a/b/?c#d')).toBe('github.com/a/b/');
});
