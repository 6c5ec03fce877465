import type { Exporter } from './exporter.ts';
import { folderOf } from './folder.ts';
import { datedName } from './post-name.ts';

const usual = { contentFolder: 'blog', staticFolder: 'static', imagePath: '/img/' };

/**
 * `blog/2026-11-20-rings.md`. Pictures are under `static/`, which the site serves unchanged; a path
 * that does not start at the root starts at the file.
 * @see https://docusaurus.io/docs/blog
 */
export const docusaurus: Exporter = {
  id: 'docusaurus',
  usual,
  profile: (profile) => ({ ...profile, rawHtml: false }),
  post: (post, houseStyle) => [
    ...folderOf(houseStyle, 'contentFolder', usual),
    `${datedName(post)}.md`,
  ],
  picture: ({ from, parts }, _post, houseStyle) => [
    ...folderOf(houseStyle, from === 'post' ? 'contentFolder' : 'staticFolder', usual),
    ...parts,
  ],
  address: (file) => {
    const name = (file.at(-1) ?? '').replace(/\.(?:md|markdown)$/, '');
    const [, date, rest = name] = /^(\d{4}-\d{2}-\d{2})-(.+)$/.exec(name) ?? [];
    return [...file.slice(0, -1), ...(date?.split('-') ?? []), rest];
  },
};
