import * as v from 'valibot';
import { limits } from './limits.ts';

/** ISO 8601 instant in UTC, as `Date.prototype.toISOString` writes it. */
export const InstantSchema = v.pipe(v.string(), v.isoTimestamp());

/**
 * ISO 8601 date and time with the offset the note-taker means (`2025-10-30T10:30:00+02:00`);
 * the offset is data, not derived from a time zone.
 */
export const OffsetDateTimeSchema = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})$/),
);

export const IdSchema = v.pipe(v.string(), v.uuid());

/** An absolute http(s) address, or another scheme a link in a post may have. */
export const UrlSchema = v.pipe(v.string(), v.maxLength(limits.url));

/** What every stored record carries, so that the stores of two devices can be merged one day. */
export const recordEntries = {
  createdAt: InstantSchema,
  updatedAt: InstantSchema,
  /** Soft deletion: the record stays until it is purged, so that Undo can bring it back. */
  deletedAt: v.nullable(InstantSchema),
};

/**
 * When a record is written that was last changed at `previous`: now, or a millisecond after that where
 * the clock says no more. So of two versions of a record the later one always has the later instant.
 */
export function nextUpdate(previous: string, now: string): string {
  if (now > previous) return now;
  return new Date(Date.parse(previous) + 1).toISOString();
}
