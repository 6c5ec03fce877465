import type { Exporter } from './exporter.ts';
import { pageBundle } from './page-bundle.ts';

/**
 * `posts/<slug>/index.md`, for Quarto's websites and for Pandoc. Not `.qmd`: nothing in a post
 * should run.
 * @see https://quarto.org/docs/websites/website-blog.html
 */
export const quarto: Exporter = {
  id: 'quarto',
  ...pageBundle({ contentFolder: 'posts', staticFolder: '', imagePath: '' }),
  address: (file) => {
    const name = (file.at(-1) ?? '').replace(/\.(?:md|markdown|qmd)$/, '');
    return [...file.slice(0, -1), name === 'index' ? '' : `${name}.html`];
  },
};
