import { formatDate, parseDate } from '../../core/time/date.ts';
import { type Filter, textOf } from './filter.ts';

/**
 * Replaces Liquid's own filter, which reads the clock (`now`) and converts dates to the machine's
 * time zone, so the same wrap-up would give other bytes elsewhere.
 */
export const date: Filter = {
  name: 'date',
  apply: (value, pattern) => {
    const parts = parseDate(textOf(value));
    return parts ? formatDate(parts, textOf(pattern) || '%Y-%m-%d') : value;
  },
};
