import type { Exporter } from './exporter.ts';
import { folderOf } from './folder.ts';
import { isRelative } from './picture-path.ts';

const usual = { contentFolder: 'content/blog', staticFolder: 'public', imagePath: '/img/' };

/** Returns the path at which a file is served: below the folder that Eleventy reads. */
const below = (parts: readonly string[]): string[] =>
  parts.slice(parts.findIndex((part) => part === 'content' || part === 'src') + 1);

/**
 * `content/blog/rings.md`, with its pictures in a folder that is copied unchanged, because files
 * beside a post are served at another address.
 * @see https://www.11ty.dev/docs/copy/
 */
export const eleventy: Exporter = {
  id: 'eleventy',
  usual,
  profile: (profile) =>
    isRelative(profile.imagePath) ? { ...profile, imagePath: `/${profile.imagePath}` } : profile,
  post: ({ name }, houseStyle) => [...folderOf(houseStyle, 'contentFolder', usual), `${name}.md`],
  // A path that does not start at the root starts at the page's own address.
  picture: ({ from, parts }, { name }, houseStyle) => [
    ...folderOf(houseStyle, 'staticFolder', usual),
    ...(from === 'post' ? [...below(folderOf(houseStyle, 'contentFolder', usual)), name] : []),
    ...parts,
  ],
  address: (file) => {
    const name = (file.at(-1) ?? '').replace(/\.(?:md|markdown)$/, '');
    const folders = below(file).slice(0, -1);
    return [...folders, ...(name === 'index' ? [] : [name]), ''];
  },
};
