import { defaultProfile } from '../core/post/profile.ts';
import type { Exporter } from './exporter.ts';
import { pageBundle } from './page-bundle.ts';

/** A leaf bundle: `content/posts/<slug>/index.md`. */
export const hugoBundle: Exporter = { id: 'hugo-bundle', ...pageBundle(defaultProfile) };
