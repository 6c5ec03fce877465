const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

const two = (value: string | number): string => String(value).padStart(2, '0');

function isoDate(year: string, month?: string | number, day?: string | number): string {
  const monthNumber = Number(month);
  const dayNumber = Number(day);
  if (month === undefined || !(monthNumber >= 1 && monthNumber <= 12)) return year;
  if (day === undefined || !(dayNumber >= 1 && dayNumber <= 31)) return `${year}-${two(month)}`;
  return `${year}-${two(month)}-${two(day)}`;
}

/**
 * Converts a date as pages write it to an ISO date of the same precision (`2025`, `2025-10`,
 * `2025-10-30`); '' if it is not understood. The day is the written one; no time zone is applied.
 */
export function publishedDate(text: string): string {
  const given = text.trim();
  const ymd = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:$|[T\s])/.exec(given);
  if (ymd?.[1]) return isoDate(ymd[1], ymd[2], ymd[3]);
  const compact = /^(\d{4})(\d{2})(\d{2})(?:$|T)/.exec(given);
  if (compact?.[1]) return isoDate(compact[1], compact[2], compact[3]);
  // English month names: `30 October 2025`, `October 30, 2025`, `Oct 2025`, `Thu, 30 Oct 2025 …`.
  const named =
    /^(?:[a-z]+,\s+)?(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([a-z]{3,9})\.?(?:\s+(\d{1,2})(?:st|nd|rd|th)?)?,?\s+(\d{4})\b/i.exec(
      given,
    );
  const month = months.indexOf((named?.[2] ?? '').slice(0, 3).toLowerCase()) + 1;
  if (named?.[4] && month > 0) return isoDate(named[4], month, named[1] ?? named[3]);
  return '';
}
