import type { ImageClip } from '../../lib/core/post/item.ts';

/** What a picture's clip is called in a sentence. */
export function clipName({ alt, fileName, url }: ImageClip): string {
  return alt || fileName || url;
}

/** The picture that was pasted or dropped; undefined if there is none. */
export function pictureIn(data: DataTransfer | null): File | undefined {
  return Array.from(data?.files ?? []).find(({ type }) => type.startsWith('image/'));
}
