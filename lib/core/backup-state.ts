import * as v from 'valibot';
import { InstantSchema } from './record.ts';

/** The newest backup that was made on this machine. */
export const LastBackupSchema = v.object({
  at: InstantSchema,
  /** Length of the file in bytes. */
  bytes: v.number(),
});

export type LastBackup = v.InferOutput<typeof LastBackupSchema>;

/**
 * Whole days, by the calendar where the user is, from `at` to `now` (ISO instants in UTC).
 * @param offsetMinutes minutes east of UTC there
 */
export function daysBetween(at: string, now: string, offsetMinutes: number): number {
  const dayOf = (instant: string) =>
    Math.floor((Date.parse(instant) + offsetMinutes * 60_000) / 86_400_000);
  return Math.max(0, dayOf(now) - dayOf(at));
}

/** `wrapup-backup-2026-11-26-1403.zip`, by the clock where the user is. */
export function backupFileName(now: string, offsetMinutes: number): string {
  const local = new Date(Date.parse(now) + offsetMinutes * 60_000).toISOString();
  return `wrapup-backup-${local.slice(0, 10)}-${local.slice(11, 13)}${local.slice(14, 16)}.zip`;
}
