import type { Check, Found } from '../check.ts';

const found = (start: number): Found => ({
  start,
  end: start + '<!--'.length,
  message: { key: 'check_unclosed_comment', values: [] },
});

/** Finds an unclosed comment: everything after it is hidden, or its beginning shows. */
export const unclosedComment: Check = {
  id: 'unclosed-comment',
  *find({ blocks }) {
    for (const { block, prose, isComment } of blocks) {
      if (isComment && block.unclosed) yield found(block.start);
      for (const { index } of prose.matchAll(/(?<!\\)<!--/g)) {
        yield found(block.words.start + index);
      }
    }
  },
};
