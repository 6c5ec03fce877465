import * as v from 'valibot';
import { limits } from './limits.ts';

/** ISO 8601 instant in UTC, as `Date.prototype.toISOString` writes it. */
export const InstantSchema = v.pipe(v.string(), v.isoTimestamp());

/**
 * ISO 8601 date and time with the offset that the note-taker means (`2025-10-30T10:30:00+02:00`);
 * the offset is data, not derived from a time zone.
 */
export const OffsetDateTimeSchema = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})$/),
);

export const IdSchema = v.pipe(v.string(), v.uuid());

/** An absolute http(s) address, or another scheme a link in a post may have. */
export const UrlSchema = v.pipe(v.string(), v.maxLength(limits.url));

/**
 * The fields of every stored record, which allow the stores of two devices to be merged one day.
 */
export const recordEntries = {
  createdAt: InstantSchema,
  updatedAt: InstantSchema,
  /** Soft deletion: the record stays until it is purged, so Undo can restore it. */
  deletedAt: v.nullable(InstantSchema),
};

/**
 * Returns the time to store for a record that last changed at `previous`: now, or a millisecond
 * later than `previous` if the clock is behind. So a record's later version always has the later
 * instant.
 */
export function nextUpdate(previous: string, now: string): string {
  if (now > previous) return now;
  return new Date(Date.parse(previous) + 1).toISOString();
}
