import { defaultProfile } from '../core/post/profile.ts';
import type { Exporter } from './exporter.ts';
import { isRelative } from './picture-path.ts';

/**
 * `<slug>.md` with its pictures under `images/` beside it, for any Markdown viewer. There is no
 * root that a path could start at.
 */
export const plain: Exporter = {
  id: 'plain',
  usual: defaultProfile,
  profile: (profile) =>
    isRelative(profile.imagePath) && profile.imagePath !== ''
      ? profile
      : { ...profile, imagePath: 'images/' },
  post: ({ name }) => [`${name}.md`],
  picture: ({ from, parts }) => (from === 'post' ? parts : undefined),
};
