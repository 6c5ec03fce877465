import { describe, expect, it } from 'vitest';
import { browsersHere } from '../support/binaries.ts';
import { killRounds } from './kill/rounds.ts';
import { stopRounds } from './stops.ts';
import { twoWindows } from './windows.ts';

/** A short version of `npm run torture`, which can run for any length. */
const counts = {
  chromium: { rounds: 4, stops: 5, edits: 120 },
  firefox: { rounds: 2, stops: 4, edits: 60 },
} as const;

for (const name of browsersHere()) {
  const { rounds, stops, edits } = counts[name];
  describe(`torture (${name})`, () => {
    it('loses nothing that was acknowledged when the browser is killed', async () => {
      const { faults } = await killRounds(name, rounds, 20261126);
      expect(faults).toEqual([]);
    });

    it('stores a clip once and tells it, or says that it failed, when its background is stopped', async () => {
      const { faults } = await stopRounds(name, stops, 20261126);
      expect(faults).toEqual([]);
    });

    it('loses no word that is typed in two windows', async () => {
      const { lost, converged } = await twoWindows(name, edits, 20261126);
      expect({ lost, converged }).toEqual({ lost: [], converged: true });
    });
  });
}
