import { locale } from '../../lib/client/i18n.ts';

/** An instant as the interface's language and the reader's clock say it: "26 Nov 2026, 14:03". */
export function when(instant: string): string {
  return new Date(instant).toLocaleString(locale(), { dateStyle: 'medium', timeStyle: 'short' });
}
