/** An instant as the reader's language and clock say it: "26 Nov 2026, 14:03". */
export function when(instant: string): string {
  return new Date(instant).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
}
