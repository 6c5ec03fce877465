import { formatDate, parseDate } from '../time/date.ts';

/** The values that a pattern may use. */
export interface PatternSlots {
  title?: string | undefined;
  slug?: string | undefined;
  /** ISO 8601. */
  date?: string | undefined;
  /** The running number. */
  number?: string | undefined;
}

const slot =
  /\{\{-?\s*(title|slug|date|number)\s*(?:\|\s*date:\s*(?:"([^"]*)"|'([^']*)')\s*)?-?\}\}/g;

/**
 * Fills the slots of a short pattern (`Meetup #{{ number }}`, `{{ date | date: "%Y-%m-%d" }}-{{
 * slug }}`). It is written as Liquid but needs no Liquid engine, because the background and the
 * name of a download have none. What it does not know stays as it is.
 * @returns undefined if the pattern uses a value that is missing
 */
export function fillPattern(pattern: string, slots: PatternSlots): string | undefined {
  let isWhole = true;
  const text = pattern.replace(slot, (_, name: keyof PatternSlots, ...forms: unknown[]) => {
    const value = slots[name];
    const form = forms.slice(0, 2).find((each) => typeof each === 'string');
    const parts = name === 'date' ? parseDate(value ?? '') : undefined;
    if (value === undefined || value === '' || (name === 'date' && !parts)) isWhole = false;
    if (parts) return formatDate(parts, typeof form === 'string' ? form : '%Y-%m-%d');
    return value ?? '';
  });
  return isWhole ? text : undefined;
}
