/** True if a language writes the day before the month, as in 19/3/2026. */
export function writesDayFirst(language: string): boolean {
  const parts = new Intl.DateTimeFormat(language).formatToParts(0).map(({ type }) => type);
  return parts.indexOf('day') < parts.indexOf('month');
}

/**
 * Writes a local date, or date and time, in the words of a language: `Thursday, 19 March 2026 at
 * 10:30`.
 * @param local `2026-03-19`, with `T10:30` and seconds if they are known
 */
export function dateInWords(local: string, language: string): string {
  const at = Date.parse(local.includes('T') ? `${local}Z` : local);
  if (Number.isNaN(at)) return '';
  return new Intl.DateTimeFormat(language, {
    dateStyle: 'full',
    ...(local.includes('T') ? { timeStyle: 'short' } : {}),
    timeZone: 'UTC',
  }).format(at);
}

/**
 * Writes the same in short form: `19 Mar, 10:30`; '' if there is no date.
 * @param local `2026-03-19`, with `T10:30` and seconds if they are known
 */
export function shortDateInWords(local: string, language: string): string {
  const at = Date.parse(local.includes('T') ? `${local}Z` : local);
  if (Number.isNaN(at)) return '';
  return new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'short',
    ...(local.includes('T') ? { hour: 'numeric', minute: '2-digit' } : {}),
    timeZone: 'UTC',
  }).format(at);
}
