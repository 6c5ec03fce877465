import { locale } from '../../lib/client/i18n.ts';

/**
 * Formats an instant in the interface's language and the reader's local time: "26 Nov 2026, 14:03".
 */
export function when(instant: string): string {
  return new Date(instant).toLocaleString(locale(), { dateStyle: 'medium', timeStyle: 'short' });
}
