import type { ImageClip } from '../../core/post/item.ts';
import type { Profile } from '../../core/post/profile.ts';
import { trimBlankLines } from '../contain.ts';
import { dialectOf } from '../dialects/registry.ts';
import { renderLink } from '../link.ts';
import { placeLink } from '../note-link.ts';
import { type Block, freeBlock } from './block.ts';
import { type PictureText, renderPicture } from './picture-form.ts';

/** The picture, after the note-taker's words about it. */
export function renderImageClip(clip: ImageClip, profile: Profile): Block {
  const { words, picture } = imageTexts(clip, profile);
  return { markdown: joined(words, picture.text, picture.below), bullet: false };
}

/** The same, safe for the generator, where the picture itself is what that runs or lets through; else undefined. */
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

/** The note-taker's words before a picture. */
export function imageWords(clip: ImageClip, profile: Profile): string {
  const note = trimBlankLines(clip.note);
  const url = clip.linkUrl || clip.source.canonicalUrl || clip.source.url;
  const words =
    placeLink(note, renderLink(clip.source.cleanTitle || clip.source.title, url)) ?? note;
  return freeBlock(words, profile.columns.note).markdown;
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
