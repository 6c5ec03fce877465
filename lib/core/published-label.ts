import * as v from 'valibot';
import { parseDate } from './date.ts';

/** How a paper's date stands behind its title: `(2025)`, `(01/2026)`, or not at all. */
export const PublishedFormSchema = v.picklist(['year', 'month-year', 'none']);
export type PublishedForm = v.InferOutput<typeof PublishedFormSchema>;

/**
 * The label of a date of publication (`2025`, `2025-10`, `2025-10-30` or with a time); '' where
 * there is no date. Without a month, `month-year` gives the year alone.
 */
export function publishedLabel(published: string, form: PublishedForm): string {
  const date = form === 'none' ? undefined : parseDate(published);
  if (!date) return '';
  const year = String(date.year).padStart(4, '0');
  if (form === 'year' || date.month === undefined) return `(${year})`;
  return `(${String(date.month).padStart(2, '0')}/${year})`;
}
