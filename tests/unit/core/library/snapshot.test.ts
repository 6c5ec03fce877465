import { expect, it } from 'vitest';
import {
  isSnapshotDue,
  parseSnapshotName,
  type Snapshot,
  snapshotName,
  superfluousSnapshots,
} from '../../../../lib/core/library/snapshot.ts';

const snapshot = (day: number, changes: Partial<Snapshot> = {}): Snapshot => ({
  at: `2026-11-${String(day).padStart(2, '0')}T09:30:00.000Z`,
  reason: 'daily',
  writes: day,
  size: 1_000,
  ...changes,
});

it('tells all of a snapshot by the name of its file', () => {
  const one = snapshot(3, { reason: 'migration', writes: 120 });
  expect(snapshotName(one)).toBe('2026-11-03T09.30.00.000Z migration 120.zip');
  expect(parseSnapshotName(snapshotName(one), 1_000)).toEqual(one);
  expect(parseSnapshotName('2026-11-03T09.30.00.000Z whim 120.zip', 1)).toBeUndefined();
  expect(parseSnapshotName('notes.zip.crswap', 1)).toBeUndefined();
});

it('keeps the last seven days, and three before migrations', () => {
  const days = Array.from({ length: 10 }, (_, at) => snapshot(at + 1));
  const again = snapshot(10, { at: '2026-11-10T20:00:00.000Z' });
  const migrations = [11, 12, 13, 14].map((day) => snapshot(day, { reason: 'migration' }));
  const goes = superfluousSnapshots([...days, again, ...migrations]);
  expect(goes.map(({ at, reason }) => `${at.slice(8, 13)} ${reason}`).sort()).toEqual([
    '01T09 daily',
    '02T09 daily',
    '03T09 daily',
    '10T09 daily',
    '11T09 migration',
  ]);
});

it('is bounded in size, and keeps the newest whatever it weighs', () => {
  const all = [snapshot(1, { size: 500 }), snapshot(2, { size: 400 }), snapshot(3, { size: 900 })];
  expect(superfluousSnapshots(all, 800).map(({ writes }) => writes)).toEqual([2, 1]);
});

it('is due at first, daily when something changed, and when too much did', () => {
  const little = { bytes: 100, files: 1 };
  const now = '2026-11-04T09:30:00.000Z';
  expect(isSnapshotDue([], little, undefined, now)).toBe(false);
  expect(isSnapshotDue([], little, { writes: 1 }, now)).toBe(true);
  expect(isSnapshotDue([snapshot(3)], little, { writes: 3 }, now)).toBe(false);
  expect(isSnapshotDue([snapshot(3)], little, { writes: 4 }, now)).toBe(true);
  expect(isSnapshotDue([snapshot(4)], little, { writes: 5 }, now)).toBe(false);
  expect(isSnapshotDue([snapshot(4)], { bytes: 9e6, files: 1 }, { writes: 5 }, now)).toBe(true);
});
