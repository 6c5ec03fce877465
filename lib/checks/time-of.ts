/**
 * Returns milliseconds since 1970, or NaN if it is no date; without a zone a date is in UTC, as in
 * generators.
 */
export function timeOf(date: string): number {
  const [, day = '', time = '00:00', zone = 'Z'] =
    /^(\d{4}-\d\d-\d\d)(?:[Tt ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?))?(?: ?([Zz]|[+-]\d\d:?\d\d))?$/.exec(
      date,
    ) ?? [];
  return Date.parse(`${day}T${time}${zone.toUpperCase().replace(/^(...)(\d\d)$/, '$1:$2')}`);
}
