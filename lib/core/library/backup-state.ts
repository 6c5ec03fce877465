import * as v from 'valibot';
import { InstantSchema } from '../base/record.ts';

/** The newest backup that was made on this machine. */
export const LastBackupSchema = v.object({
  at: InstantSchema,
  /** Length of the file in bytes. */
  bytes: v.number(),
});

export type LastBackup = v.InferOutput<typeof LastBackupSchema>;

/**
 * Returns the whole days from `at` to `now` (ISO instants in UTC), by the user's calendar.
 * @param offsetMinutes minutes east of UTC there
 */
export function daysBetween(at: string, now: string, offsetMinutes: number): number {
  const dayOf = (instant: string) =>
    Math.floor((Date.parse(instant) + offsetMinutes * 60_000) / 86_400_000);
  return Math.max(0, dayOf(now) - dayOf(at));
}

/** `wrapup-backup-2026-11-26-1403.zip`, by the user's local time. */
export function backupFileName(now: string, offsetMinutes: number): string {
  const local = new Date(Date.parse(now) + offsetMinutes * 60_000).toISOString();
  return `wrapup-backup-${local.slice(0, 10)}-${local.slice(11, 13)}${local.slice(14, 16)}.zip`;
}

/** When a backup is made automatically; absent: never. */
export const BackupPlanSchema = v.variant('to', [
  /** Every day, into a folder that the user chose. */
  v.object({ to: v.literal('folder') }),
  /** Every week on this day (0: Sunday), as a download. */
  v.object({
    to: v.literal('download'),
    weekday: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6)),
  }),
]);

export type BackupPlan = v.InferOutput<typeof BackupPlanSchema>;

/** The day of the week at the user's local time; 0: Sunday. */
export const weekdayOf = (instant: string, offsetMinutes: number): number =>
  new Date(Date.parse(instant) + offsetMinutes * 60_000).getUTCDay();

/** True if a backup is due by its plan and none was made since. */
export function isBackupDue(
  plan: BackupPlan | undefined,
  last: LastBackup | undefined,
  now: string,
  offsetMinutes: number,
): boolean {
  if (plan === undefined) return false;
  if (last === undefined) return true;
  const age = daysBetween(last.at, now, offsetMinutes);
  if (plan.to === 'folder') return age > 0;
  return age > (weekdayOf(now, offsetMinutes) - plan.weekday + 7) % 7;
}

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** The file of a weekday replaces last week's, so there are at most seven. */
export const weekdayFileName = (now: string, offsetMinutes: number): string =>
  `wrapup-backup-${weekdays[weekdayOf(now, offsetMinutes)]}.zip`;
