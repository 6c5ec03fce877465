import type { Profile } from '../core/post/profile.ts';
import { dialectOf } from '../render/dialects/registry.ts';
import { renderPicture } from '../render/items/picture-form.ts';
import { parseLocalPath } from './picture-path.ts';
import { exporterFor } from './registry.ts';

/** Where a post and a picture of it go, and how the one shows the other; for the options. */
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
