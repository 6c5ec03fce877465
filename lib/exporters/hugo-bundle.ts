import type { Exporter } from './exporter.ts';
import { pictureFiles } from './pictures.ts';
import { isRelative, postFile, postName } from './post-file.ts';

/**
 * A leaf bundle: `content/posts/<slug>/index.md` with its pictures beside it. A picture whose path
 * was typed from the site's root on stays under `static/`.
 */
export const hugoBundle: Exporter = {
  id: 'hugo-bundle',
  profile: (profile) => (isRelative(profile.imagePath) ? profile : { ...profile, imagePath: '' }),
  files(input) {
    const folder = `content/posts/${postName(input.wrapUp)}`;
    const { files, missing } = pictureFiles(input, ({ from, parts }) =>
      [from === 'post' ? folder : 'static', ...parts].join('/'),
    );
    return { files: [postFile(`${folder}/index.md`, input.draft), ...files], missing };
  },
};
