import type { Exporter, SiteFolders } from './exporter.ts';
import { folderOf } from './folder.ts';
import { isRelative } from './picture-path.ts';

/**
 * `<folder of posts>/<slug>/index.md` with its pictures beside it. A picture whose typed path
 * starts at the site's root is in the folder that the site serves unchanged.
 */
export const pageBundle = (
  usual: SiteFolders,
): Pick<Exporter, 'usual' | 'profile' | 'post' | 'picture'> => ({
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
});
