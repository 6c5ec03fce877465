import type { Check } from '../check.ts';
import { headingsOf } from '../headings.ts';

/** Finds a heading more than one level below the previous one. */
export const headingSkipped: Check = {
  id: 'heading-skipped',
  *find(post) {
    const headings = headingsOf(post);
    for (const [at, { level, start, end, signs }] of headings.entries()) {
      const before = headings[at - 1]?.level;
      if (before === undefined || level <= before + 1) continue;
      yield {
        start,
        end,
        message: { key: 'check_heading_skipped', values: [level, before] },
        ...(signs && { fix: [{ start, end: start + signs, text: '#'.repeat(before + 1) }] }),
      };
    }
  },
};
