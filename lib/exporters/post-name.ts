import type { WrapUp } from '../core/post/wrap-up.ts';
import { createFileName } from '../core/text/slug.ts';

/** The post's name in the export, without extension. */
export function postName(wrapUp: Pick<WrapUp, 'slug' | 'title'>): string {
  return createFileName(wrapUp.slug || wrapUp.title, 'md').replace(/\.md$/, '');
}
