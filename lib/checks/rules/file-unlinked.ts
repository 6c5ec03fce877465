import type { Check } from '../check.ts';

/** Finds a file that goes to the site with the post, but that the post does not link to. */
export const fileUnlinked: Check = {
  id: 'file-unlinked',
  *find({ readable }, { unlinkedFiles = [] }) {
    const end = readable.trimEnd().length;
    for (const fileName of unlinkedFiles) {
      yield { start: end, end, message: { key: 'check_file_unlinked', values: [fileName] } };
    }
  },
};
