import type { Exporter } from './exporter.ts';
import { pageBundle } from './page-bundle.ts';

/**
 * `content/blog/<slug>/index.md`.
 * @see https://www.getzola.org/documentation/content/overview/#asset-colocation
 */
export const zola: Exporter = {
  id: 'zola',
  ...pageBundle({ contentFolder: 'content/blog', staticFolder: 'static', imagePath: '' }),
};
