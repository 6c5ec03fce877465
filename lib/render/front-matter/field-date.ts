import type { FieldStyle } from '../../core/post/front-matter-style.ts';
import { formatDate, parseDate, toOffsetDateTime } from '../../core/time/date.ts';
import { offsetAt } from '../../core/time/time-zone.ts';

/**
 * Writes a date in the form and the zone of its field; unchanged if it is no date, or the zone is
 * unknown.
 * @param date `2026-03-19T10:30:00+01:00`
 */
export function fieldDate(date: string, { form, zone }: Pick<FieldStyle, 'form' | 'zone'>): string {
  const moved = zone === '' ? date : inZone(date, zone);
  if (form === '') return moved;
  const parts = parseDate(moved);
  return parts ? formatDate(parts, form) : moved;
}

function inZone(date: string, zone: string): string {
  const epoch = Date.parse(date);
  const offset = date.length > 10 ? offsetAt(epoch, zone) : undefined;
  return offset === undefined ? date : toOffsetDateTime(new Date(epoch).toISOString(), offset);
}
