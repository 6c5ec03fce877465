import type { Exporter } from './exporter.ts';
import { folderOf } from './folder.ts';
import { isRelative } from './picture-path.ts';
import { datedName } from './post-name.ts';

const usual = { contentFolder: '_posts', staticFolder: '', imagePath: '/assets/images/' };

/**
 * `_posts/2026-11-20-rings.md`, with its pictures in a folder that the site serves from its root,
 * because Jekyll serves no files beside a post.
 * @see https://jekyllrb.com/docs/posts/
 */
export const jekyll: Exporter = {
  id: 'jekyll',
  usual,
  profile: (profile) =>
    isRelative(profile.imagePath) ? { ...profile, imagePath: `/${profile.imagePath}` } : profile,
  post: (post, houseStyle) => [
    ...folderOf(houseStyle, 'contentFolder', usual),
    `${datedName(post)}.md`,
  ],
  // A path that does not start at the root starts at the folder of the page's own address.
  picture: ({ from, parts }, { day }, houseStyle) => [
    ...folderOf(houseStyle, 'staticFolder', usual),
    ...(from === 'post' ? day.split('-') : []),
    ...parts,
  ],
  address: (file) => {
    const named = /^(\d{4})-(\d{2})-(\d{2})-(.+)\.(?:md|markdown)$/.exec(file.at(-1) ?? '');
    if (!named) return undefined;
    const [, year = '', month = '', day = '', name = ''] = named;
    // The folders around `_posts` are the post's categories.
    const categories = file.slice(0, Math.max(0, file.indexOf('_posts')));
    return [...categories, year, month, day, `${name}.html`];
  },
};
