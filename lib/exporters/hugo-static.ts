import { defaultProfile } from '../core/post/profile.ts';
import type { Exporter } from './exporter.ts';
import { folderOf, servedFolder } from './folder.ts';

/** `content/posts/<slug>.md`, with its pictures under `static/`, where the post's paths lead. */
export const hugoStatic: Exporter = {
  id: 'hugo-static',
  usual: defaultProfile,
  profile: (profile) => profile,
  post: ({ name }, houseStyle) => [...folderOf(houseStyle, 'contentFolder'), `${name}.md`],
  // A path that does not start at the root starts at the page's own address.
  picture: ({ from, parts }, { name }, houseStyle) => [
    ...folderOf(houseStyle, 'staticFolder'),
    ...(from === 'post' ? [...servedFolder(houseStyle), name] : []),
    ...parts,
  ],
};
