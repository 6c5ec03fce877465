import type { Exporter } from './exporter.ts';
import { folderOf } from './folder.ts';
import { isRelative } from './picture-path.ts';

const usual = { contentFolder: 'content/blog', staticFolder: 'static', imagePath: '' };

/**
 * `content/blog/<slug>/index.md` with its pictures beside it. A picture whose path was typed from the site's
 * root on stays under `static/`.
 * @see https://www.getzola.org/documentation/content/overview/#asset-colocation
 */
export const zola: Exporter = {
  id: 'zola',
  usual,
  profile: (profile) => (isRelative(profile.imagePath) ? profile : { ...profile, imagePath: '' }),
  post: ({ name }, houseStyle) => [
    ...folderOf(houseStyle, 'contentFolder', usual),
    name,
    'index.md',
  ],
  picture: ({ from, parts }, { name }, houseStyle) => [
    ...(from === 'post'
      ? [...folderOf(houseStyle, 'contentFolder', usual), name]
      : folderOf(houseStyle, 'staticFolder', usual)),
    ...parts,
  ],
};
