import { createFileName } from '../core/slug.ts';
import type { WrapUp } from '../core/wrap-up.ts';
import type { ExportFile } from './exporter.ts';

/** The post's name in the export, without extension. */
export function postName(wrapUp: WrapUp): string {
  return createFileName(wrapUp.slug || wrapUp.title, 'md').replace(/\.md$/, '');
}

export function postFile(path: string, draft: string): ExportFile {
  return { path, mediaType: 'text/markdown;charset=utf-8', content: draft };
}

/** A path of the profile's that starts neither at the site's root nor on another site. */
export function isRelative(imagePath: string): boolean {
  return !/^(?:[a-z][a-z\d+.-]*:|\/)/i.test(imagePath.trim());
}
