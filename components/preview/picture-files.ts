import type { ImageClip } from '../../lib/core/post/item.ts';

/** Returns the name of a picture's clip for use in a sentence. */
export function clipName({ alt, fileName, url }: ImageClip): string {
  return alt || fileName || url;
}

/** Returns the pasted or dropped picture; undefined if there is none. */
export function pictureIn(data: DataTransfer | null): File | undefined {
  return Array.from(data?.files ?? []).find(({ type }) => type.startsWith('image/'));
}
