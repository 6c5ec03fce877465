const units = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/**
 * Formats a length in bytes for people, as the locale writes it: `834 kB`, `1.2 MB`, `13 MB`, `1.0
 * GB`, in steps of 1,000.
 */
export function byteSize(bytes: number, locale: string): string {
  let value = bytes / 1000;
  let at = 0;
  while (value >= 999.5 && at < units.length - 1) {
    value /= 1000;
    at++;
  }
  const digits = at > 0 && value < 9.95 ? 1 : 0;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[at] ?? 'kilobyte',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(Math.max(at === 0 ? 1 : 0, value));
}
