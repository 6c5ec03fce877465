import { describe, expect, it } from 'vitest';
import { byteSize } from '../../../../lib/core/base/byte-size.ts';
import {
  type BackupPlan,
  backupFileName,
  daysBetween,
  isBackupDue,
  weekdayFileName,
} from '../../../../lib/core/library/backup-state.ts';

describe('the age of a backup', () => {
  it.each([
    ['2026-11-26T10:00:00.000Z', '2026-11-26T10:00:01.000Z', 0, 0],
    ['2026-11-25T23:59:00.000Z', '2026-11-26T00:01:00.000Z', 0, 1],
    ['2026-11-25T22:30:00.000Z', '2026-11-26T00:01:00.000Z', 120, 0],
    ['2026-11-26T02:00:00.000Z', '2026-11-26T09:00:00.000Z', -480, 1],
    ['2026-10-27T10:00:00.000Z', '2026-11-26T10:00:00.000Z', 0, 30],
    ['2026-11-27T10:00:00.000Z', '2026-11-26T10:00:00.000Z', 0, 0],
  ])('from %s to %s, %i minutes east, is %i days', (at, now, offset, days) => {
    expect(daysBetween(at, now, offset === 0 ? 0 : offset)).toBe(days);
  });
});

describe('the name of a backup', () => {
  it('is the time where the user is', () => {
    expect(backupFileName('2026-11-26T23:03:00.000Z', 60)).toBe(
      'wrapup-backup-2026-11-27-0003.zip',
    );
  });
});

describe('the length of a file', () => {
  it.each([
    [0, '1 kB'],
    [834_000, '834 kB'],
    [999_600, '1.0 MB'],
    [1_234_567, '1.2 MB'],
    [9_960_000, '10 MB'],
    [512_000_000, '512 MB'],
    [1_024_000_000, '1.0 GB'],
  ])('of %i bytes is %s', (bytes, said) => {
    expect(byteSize(bytes, 'en')).toBe(said);
  });
});

describe('a backup is due', () => {
  // A Thursday.
  const now = '2026-11-26T10:00:00.000Z';
  const last = (at: string) => ({ at: `2026-11-${at}:00.000Z`, bytes: 1 });
  const folder: BackupPlan = { to: 'folder' };
  const on = (weekday: number): BackupPlan => ({ to: 'download', weekday });

  it.each([
    ['never without a plan', undefined, last('01T10:00'), false],
    ['where there is none', folder, undefined, true],
    ['every day, into a folder', folder, last('25T23:00'), true],
    ['once a day', folder, last('26T00:10'), false],
    ['on the day of the week', on(4), last('25T10:00'), true],
    ['on that day once', on(4), last('26T01:00'), false],
    ['on the days after, where it was missed', on(2), last('23T10:00'), true],
    ['not before the day', on(5), last('20T10:00'), false],
    ['a week later, whatever day it is', on(5), last('19T10:00'), true],
  ] as const)('%s', (_, plan, made, due) => {
    expect(isBackupDue(plan, made, now, 0)).toBe(due);
  });

  it('and has a file a day of the week, where the user is', () => {
    expect(weekdayFileName('2026-11-26T23:30:00.000Z', 60)).toBe('wrapup-backup-friday.zip');
  });
});
