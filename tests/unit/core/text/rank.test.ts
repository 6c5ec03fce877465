import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, rank } from '../../../../lib/core/text/rank.ts';

const findable = (name: string, rest = '') => ({
  value: name,
  name: foldText(name),
  rest: foldText(rest),
});
const found = (query: string, ...names: string[]) =>
  rank(
    query,
    names.map((each) => findable(each)),
  );

describe('what is found', () => {
  it('is called so first, then begins so, then has such a word, then holds it, then has its letters in their order', () => {
    const names = ['r-e-v', 'forever', 'cs3org/rev', 'Reva and more', 'Rev', 'Eva'];
    expect(found('rev', ...names)).toEqual([
      'Rev',
      'Reva and more',
      'cs3org/rev',
      'forever',
      'r-e-v',
    ]);
  });

  it('holds every word, wherever it stands', () => {
    expect(found('post hy', 'Hybrid post', 'Hybrid', 'The post: hyped')).toEqual([
      'Hybrid post',
      'The post: hyped',
    ]);
  });

  it('needs neither capitals nor marks', () => {
    expect(found('jorn', 'Jörn')).toEqual(['Jörn']);
    expect(found('JÖRN', 'Jo\u0308rn')).toEqual(['Jo\u0308rn']);
    expect(found('ナ', 'バナナ')).toEqual(['バナナ']);
  });

  it('is found by what else is known of it, after what is called so', () => {
    const all = [findable('Tool', 'github.com/reva'), findable('Reva'), findable('Preva')];
    expect(rank('reva', all)).toEqual(['Reva', 'Tool', 'Preva']);
    const both = [findable('Preva', 'reva'), findable('Tool', 'github.com/reva')];
    expect(rank('reva', both)).toEqual(['Preva', 'Tool']);
  });

  it('is all of it for no words, and nothing for a letter that is nowhere', () => {
    expect(found('  ', 'b', 'a')).toEqual(['b', 'a']);
    expect(found('z', 'b', 'a')).toEqual([]);
  });

  it('stands in the given order among equals, and is never made up', () => {
    const names = fc.array(fc.string({ unit: fc.constantFrom(...'ab é-'), maxLength: 6 }));
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'ab e'), maxLength: 4 }),
        names,
        (query, all) => {
          const entries = all.map((name, at) => ({ ...findable(name), value: at }));
          const once = rank(query, entries);
          expect(new Set(once).size).toBe(once.length);
          for (const [at, index] of once.entries()) {
            const next = once[at + 1];
            if (next !== undefined && all[next] === all[index]) expect(next).toBeGreaterThan(index);
          }
        },
      ),
    );
  });
});
