import type { Exporter } from './exporter.ts';
import { folderOf } from './folder.ts';
import { isRelative } from './picture-path.ts';

const usual = { contentFolder: 'posts', staticFolder: '', imagePath: '' };

/**
 * `posts/<slug>/index.md` with its pictures beside it, for Quarto's websites and for Pandoc. Not `.qmd`: nothing in a
 * post is to be run.
 * @see https://quarto.org/docs/websites/website-blog.html
 */
export const quarto: Exporter = {
  id: 'quarto',
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
  address: (file) => {
    const name = (file.at(-1) ?? '').replace(/\.(?:md|markdown|qmd)$/, '');
    return [...file.slice(0, -1), name === 'index' ? '' : `${name}.html`];
  },
};
