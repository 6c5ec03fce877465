import type { Exporter } from './exporter.ts';
import { folderOf } from './folder.ts';

const usual = { contentFolder: 'src/content/blog', staticFolder: 'public', imagePath: '/images/' };

/**
 * `src/content/blog/<slug>.md`, an entry of a content collection. Pictures are under `public/`,
 * which the site serves unchanged; a path that does not start at the root starts at the file.
 * @see https://docs.astro.build/en/guides/images/#images-in-markdown-files
 */
export const astro: Exporter = {
  id: 'astro',
  usual,
  profile: (profile) => profile,
  post: ({ name }, houseStyle) => [...folderOf(houseStyle, 'contentFolder', usual), `${name}.md`],
  picture: ({ from, parts }, _post, houseStyle) => [
    ...folderOf(houseStyle, from === 'post' ? 'contentFolder' : 'staticFolder', usual),
    ...parts,
  ],
};
