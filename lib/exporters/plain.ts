import type { Exporter } from './exporter.ts';
import { pictureFiles } from './pictures.ts';
import { isRelative, postFile, postName } from './post-file.ts';

/** `<slug>.md` with its pictures under `images/` beside it, for any viewer of Markdown. */
export const plain: Exporter = {
  id: 'plain',
  profile: (profile) =>
    isRelative(profile.imagePath) && profile.imagePath !== ''
      ? profile
      : { ...profile, imagePath: 'images/' },
  files(input) {
    const { files, missing } = pictureFiles(input, ({ parts }) => parts.join('/'));
    return { files: [postFile(`${postName(input.wrapUp)}.md`, input.draft), ...files], missing };
  },
};
