import * as v from 'valibot';
import { type DateParts, parseDate } from '../time/date.ts';

/** How a paper's date follows its title: `(2025)`, `(01/2026)`, or not at all. */
export const PublishedFormSchema = v.picklist(['year', 'month-year', 'none']);
export type PublishedForm = v.InferOutput<typeof PublishedFormSchema>;

/**
 * Parses a date of publication: ISO 8601 in full or in part, or as people type it, `1/2026` or
 * `(2025)`.
 */
export function parsePublished(text: string): DateParts | undefined {
  const bare = text.trim().replace(/^\((.*)\)$/, '$1');
  const [, month, year] = /^(\d{1,2})\/(\d{4})$/.exec(bare) ?? [];
  return parseDate(month === undefined ? bare : `${year}-${month.padStart(2, '0')}`);
}

/**
 * Returns the label for a date of publication (`2025`, `2025-10`, `2025-10-30`, with a time, or as
 * typed); '' if there is no date. Without a month, `month-year` gives only the year.
 */
export function publishedLabel(published: string, form: PublishedForm): string {
  const date = form === 'none' ? undefined : parsePublished(published);
  if (!date) return '';
  const year = String(date.year).padStart(4, '0');
  if (form === 'year' || date.month === undefined) return `(${year})`;
  return `(${String(date.month).padStart(2, '0')}/${year})`;
}
