import { describe, expect, it } from 'vitest';
import {
  backToTemplate,
  isOutdated,
  keepMine,
  takeOver,
  writeByHand,
} from '../../../../lib/render/parts/by-hand.ts';

describe('a part written by hand', () => {
  const before = 'It took place at [Kontor](https://k.example) with Ada.';
  const after = 'It took place at [Speicher](https://s.example) with Ada.';

  it('begins as the template has it, and goes back to it', () => {
    expect(writeByHand(before)).toEqual({ byHand: true, note: before, base: before });
    expect(backToTemplate).toEqual({ byHand: false, note: '', base: '' });
  });

  it('takes over what changed in the template, with its own words', () => {
    const mine = 'Finally, it took place at [Kontor](https://k.example) with Ada, who sang.';
    const taken = takeOver({ note: mine, base: before }, after);
    expect(taken.clash).toBe(false);
    expect(taken.changes.note).toContain('Speicher');
    expect(taken.changes.note).toContain('Finally');
    expect(taken.changes.note).toContain('who sang');
    expect(isOutdated({ byHand: true, base: taken.changes.base }, after)).toBe(false);
  });

  it('says where both changed the same words, and keeps both', () => {
    const mine = before.replace('Ada', 'Bo');
    const taken = takeOver({ note: mine, base: before }, before.replace('Ada', 'Cy'));
    expect(taken.clash).toBe(true);
    expect(taken.changes.note).toMatch(/Bo.*Cy/);
  });

  it('can keep its own words for good', () => {
    expect(isOutdated({ byHand: true, ...keepMine(after) }, after)).toBe(false);
  });
});
