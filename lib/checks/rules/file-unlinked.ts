import type { Check } from '../check.ts';

/** A file that goes to the site with the post, which does not say so. */
export const fileUnlinked: Check = {
  id: 'file-unlinked',
  *find({ readable }, { unlinkedFiles = [] }) {
    const end = readable.trimEnd().length;
    for (const fileName of unlinkedFiles) {
      yield { start: end, end, message: { key: 'check_file_unlinked', values: [fileName] } };
    }
  },
};
