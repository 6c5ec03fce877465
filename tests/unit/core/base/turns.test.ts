import { expect, it } from 'vitest';
import { createTurns } from '../../../../lib/core/base/turns.ts';

it('runs the tasks of one key in their order, those of others beside it, and goes on after a failure', async () => {
  const inTurn = createTurns();
  const log: string[] = [];
  const task =
    (name: string, ms: number, fails = false) =>
    async () => {
      log.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, ms));
      log.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    };
  const results = await Promise.allSettled([
    inTurn('a', task('first', 20, true)),
    inTurn('a', task('second', 0)),
    inTurn('b', task('beside', 5)),
  ]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  expect(log).toEqual([
    'first begins',
    'beside begins',
    'beside ends',
    'first ends',
    'second begins',
    'second ends',
  ]);
});
