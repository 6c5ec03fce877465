/** A length for people: `834 kB`, `1.2 MB`, `13 MB`, `1.0 GB`, in steps of 1,000. */
export function byteSize(bytes: number): string {
  const units = ['kB', 'MB', 'GB', 'TB'];
  let value = bytes / 1000;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  const digits = unit > 0 && value < 9.95 ? 1 : 0;
  return `${unit === 0 ? Math.max(1, Math.round(value)) : value.toFixed(digits)} ${units[unit]}`;
}
