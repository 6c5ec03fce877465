import { isDate } from '../../posts/front-matter/field.ts';
import type { Check } from '../check.ts';
import { timeOf } from '../time-of.ts';

/** Hugo leaves a post out until its date; `publishDate` takes precedence if present. */
const names = ['publishdate', 'date'];

/** Finds a date in the future. */
export const futureDate: Check = {
  id: 'future-date',
  *find({ fields }, { now }) {
    if (now === undefined) return;
    const dates = fields.filter(({ path: [key = ''], ...field }) => {
      const { value } = field;
      return names.includes(key.toLowerCase()) && typeof value === 'string' && isDate(value);
    });
    const field = names
      .map((name) => dates.find(({ path }) => path.length === 1 && path[0]?.toLowerCase() === name))
      .find((each) => each !== undefined);
    if (field === undefined) return;
    const written = String(field.value);
    if (timeOf(written) <= Date.parse(now)) return;
    const { start, end } = field;
    yield { start, end, message: { key: 'check_future_date', values: [written] } };
  },
};
