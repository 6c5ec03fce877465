import type { Check } from '../check.ts';

/** Finds a picture whose file does not go with the post. */
export const pictureMissing: Check = {
  id: 'picture-missing',
  *find({ blocks }, { missingPictures }) {
    if (missingPictures === undefined) return;
    for (const { links } of blocks) {
      for (const { kind, address, start, end } of links) {
        if (kind !== 'image' || !missingPictures.has(address)) continue;
        yield { start, end, message: { key: 'check_picture_missing', values: [address] } };
      }
    }
  },
};
