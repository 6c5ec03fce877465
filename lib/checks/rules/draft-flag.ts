import type { Check } from '../check.ts';

/** Finds a post that is marked as a draft, which generators leave out. */
export const draftFlag: Check = {
  id: 'draft-flag',
  *find({ fields, text }) {
    for (const { path, value, start, end } of fields) {
      if (path.length !== 1 || path[0]?.toLowerCase() !== 'draft' || value !== true) continue;
      const isPlain = /^true$/i.test(text.slice(start, end));
      yield {
        start,
        end,
        message: { key: 'check_draft_flag', values: [] },
        ...(isPlain && { fix: [{ start, end, text: 'false' }] }),
      };
    }
  },
};
