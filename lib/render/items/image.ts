import type { ImageClip } from '../../core/post/item.ts';
import type { Profile } from '../../core/post/profile.ts';
import { trimBlankLines } from '../contain.ts';
import { renderImage, renderLink } from '../link.ts';
import { placeLink } from '../note-link.ts';
import { type Block, freeBlock } from './block.ts';

/** The picture, after the note-taker's words about it. */
export function renderImageClip(clip: ImageClip, profile: Profile): Block {
  const image = renderImage(clip.alt, imagePath(clip, profile), clip.linkUrl);
  const note = trimBlankLines(clip.note);
  const url = clip.linkUrl || clip.source.canonicalUrl || clip.source.url;
  const words =
    placeLink(note, renderLink(clip.source.cleanTitle || clip.source.title, url)) ?? note;
  const before = freeBlock(words, profile.columns.note).markdown;
  return { markdown: [before, image].filter(Boolean).join('\n\n'), bullet: false };
}

/**
 * Where the post finds the picture: as entered, else under the profile's path. One whose bytes are
 * not kept is shown from where it was on the web: a path of the site's would be a broken picture.
 */
export function imagePath(
  clip: Pick<ImageClip, 'path' | 'fileName' | 'url' | 'assetId'>,
  profile: Profile,
): string {
  if (clip.path !== '') return clip.path;
  if (clip.fileName === '' || (clip.assetId === '' && isOnWeb(clip.url))) return clip.url;
  return profile.imagePath + clip.fileName;
}

const isOnWeb = (url: string) => /^https?:/i.test(url);
