import type { Exporter } from './exporter.ts';
import { isRelative } from './picture-path.ts';

/** `<slug>.md` with its pictures under `images/` beside it, for any viewer of Markdown. */
export const plain: Exporter = {
  id: 'plain',
  profile: (profile) =>
    isRelative(profile.imagePath) && profile.imagePath !== ''
      ? profile
      : { ...profile, imagePath: 'images/' },
  post: (name) => [`${name}.md`],
  picture: ({ parts }) => parts,
};
