import type { ImageClip } from '../../core/post/item.ts';
import type { Profile } from '../../core/post/profile.ts';
import { trimBlankLines } from '../contain.ts';
import { dialectOf } from '../dialects/registry.ts';
import { renderLink } from '../link.ts';
import { placeLink } from '../note-link.ts';
import { type Block, freeBlock } from './block.ts';
import { type PictureText, renderPicture } from './picture-form.ts';

/** Renders the picture, after the note-taker's words about it. */
export function renderImageClip(clip: ImageClip, profile: Profile): Block {
  const { words, picture } = imageTexts(clip, profile);
  return { markdown: joined(words, picture.text, picture.below), bullet: false };
}

/**
 * Does the same, safe for the generator, if the picture itself is something that the generator runs
 * or lets through; else undefined.
 */
export function renderSafeImage(clip: ImageClip, profile: Profile): string | undefined {
  const { words, picture } = imageTexts(clip, profile);
  const { makeSafe } = dialectOf(profile);
  return picture.own ? joined(makeSafe(words), picture.text, makeSafe(picture.below)) : undefined;
}

const joined = (...texts: string[]) => texts.filter(Boolean).join('\n\n');

function imageTexts(clip: ImageClip, profile: Profile): { words: string; picture: PictureText } {
  const { alt, linkUrl, caption = '' } = clip;
  const path = imagePath(clip, profile);
  return {
    words: imageWords(clip, profile),
    picture: renderPicture({ alt, path, linkUrl, caption: oneLine(caption) }, profile),
  };
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Returns the note-taker's words before a picture. */
export function imageWords(clip: ImageClip, profile: Profile): string {
  const note = trimBlankLines(clip.note);
  const url = clip.linkUrl || clip.source.canonicalUrl || clip.source.url;
  const words =
    placeLink(note, renderLink(clip.source.cleanTitle || clip.source.title, url)) ?? note;
  return freeBlock(words, profile.columns.note).markdown;
}

/**
 * Returns the path of the picture in the post: as entered, else under the profile's path. A picture
 * whose bytes are not stored is shown from its original address, because a path on the site would
 * be a broken picture.
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
