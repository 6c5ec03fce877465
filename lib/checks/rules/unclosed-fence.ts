import type { Check } from '../check.ts';

/** Finds an unclosed code fence: everything after it is code. */
export const unclosedFence: Check = {
  id: 'unclosed-fence',
  *find({ blocks, readable }) {
    for (const { block } of blocks) {
      if (block.kind !== 'fence' || !block.unclosed || block.containers.length > 0) continue;
      const end = readable.indexOf('\n', block.start);
      yield {
        start: block.start,
        end: end < 0 ? readable.length : end,
        message: { key: 'check_unclosed_fence', values: [block.unclosed] },
      };
    }
  },
};
