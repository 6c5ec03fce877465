import type { Profile } from '../core/post/profile.ts';
import { dialectOf } from '../render/dialects/registry.ts';
import { renderPicture } from '../render/items/picture-form.ts';
import { parseLocalPath } from './picture-path.ts';
import { exporterFor } from './registry.ts';

/**
 * Returns where a post and its picture go, and how the post refers to the picture, for the options.
 */
export function layoutExample(
  houseStyle: Profile,
  post = { name: 'rings', day: '2026-11-20' },
  fileName = 'ring.png',
): { files: string[]; markdown: string } {
  const exporter = exporterFor(houseStyle);
  const path = exporter.profile(houseStyle).imagePath + fileName;
  const local = parseLocalPath(path);
  const places = [
    exporter.post(post, houseStyle),
    local && exporter.picture(local, post, houseStyle),
  ];
  const files = places.filter((parts) => parts !== undefined).map((parts) => parts.join('/'));
  const { makeSafe } = dialectOf(houseStyle);
  const { text, own } = renderPicture({ alt: '', path, linkUrl: '', caption: '' }, houseStyle);
  return { files, markdown: own ? text : makeSafe(text) };
}
