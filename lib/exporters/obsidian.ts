import type { Exporter } from './exporter.ts';
import { folderOf } from './folder.ts';
import { isRelative } from './picture-path.ts';

const usual = { contentFolder: '', staticFolder: '', imagePath: 'attachments/' };

/**
 * A note of a vault, `<slug>.md`, with its pictures in a folder beside it. A path that starts at the root starts at
 * the vault's.
 * @see https://help.obsidian.md/embeds
 */
export const obsidian: Exporter = {
  id: 'obsidian',
  usual,
  profile: (profile) =>
    isRelative(profile.imagePath) ? profile : { ...profile, imagePath: usual.imagePath },
  post: ({ name }, houseStyle) => [...folderOf(houseStyle, 'contentFolder', usual), `${name}.md`],
  picture: ({ from, parts }, _post, houseStyle) => [
    ...folderOf(houseStyle, from === 'post' ? 'contentFolder' : 'staticFolder', usual),
    ...parts,
  ],
};
