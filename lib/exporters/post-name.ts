import { createFileName } from '../core/slug.ts';
import type { WrapUp } from '../core/wrap-up.ts';

/** The post's name in the export, without extension. */
export function postName(wrapUp: Pick<WrapUp, 'slug' | 'title'>): string {
  return createFileName(wrapUp.slug || wrapUp.title, 'md').replace(/\.md$/, '');
}
