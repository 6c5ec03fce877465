import { createFileName } from '../core/slug.ts';
import type { Exporter } from './exporter.ts';

/** One Markdown file with front matter, named by the slug, as `content/posts/` of a Hugo site has it. */
export const hugo: Exporter = {
  id: 'hugo',
  export: (wrapUp, draft) => [
    {
      path: createFileName(wrapUp.slug || wrapUp.title, 'md'),
      text: draft,
      mediaType: 'text/markdown;charset=utf-8',
    },
  ],
};
