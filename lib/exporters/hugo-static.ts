import type { Exporter } from './exporter.ts';
import { pictureFiles } from './pictures.ts';
import { postFile, postName } from './post-file.ts';

/** `content/posts/<slug>.md`, and its pictures under `static/`, where the post's paths lead. */
export const hugoStatic: Exporter = {
  id: 'hugo-static',
  profile: (profile) => profile,
  files(input) {
    const name = postName(input.wrapUp);
    // A path that does not start at the root starts at the page's own address.
    const { files, missing } = pictureFiles(input, ({ from, parts }) =>
      ['static', ...(from === 'post' ? ['posts', name] : []), ...parts].join('/'),
    );
    return { files: [postFile(`content/posts/${name}.md`, input.draft), ...files], missing };
  },
};
