import type { Check } from '../check.ts';
import { placeOf } from '../item-place.ts';

/** Finds a moment whose time may not be the recording's. */
export const checkTime: Check = {
  id: 'check-time',
  *find(post, { items = [] }) {
    for (const placed of items) {
      const { item } = placed;
      if (item.kind !== 'moment' || !item.checkTime || item.hidden || placed.lineCount === 0)
        continue;
      yield { ...placeOf(post, placed), message: { key: 'check_time', values: [] } };
    }
  },
};
