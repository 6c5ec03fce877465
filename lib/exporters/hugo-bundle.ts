import { defaultProfile } from '../core/post/profile.ts';
import type { Exporter } from './exporter.ts';
import { folderOf } from './folder.ts';
import { isRelative } from './picture-path.ts';

/**
 * A leaf bundle: `content/posts/<slug>/index.md` with its pictures beside it. A picture whose path
 * was typed from the site's root on stays under `static/`.
 */
export const hugoBundle: Exporter = {
  id: 'hugo-bundle',
  usual: defaultProfile,
  profile: (profile) => (isRelative(profile.imagePath) ? profile : { ...profile, imagePath: '' }),
  post: ({ name }, houseStyle) => [...folderOf(houseStyle, 'contentFolder'), name, 'index.md'],
  picture: ({ from, parts }, { name }, houseStyle) =>
    from === 'post'
      ? [...folderOf(houseStyle, 'contentFolder'), name, ...parts]
      : [...folderOf(houseStyle, 'staticFolder'), ...parts],
};
