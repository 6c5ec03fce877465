import type { ImageClip } from '../core/post/item.ts';
import { parseMediaAddress } from '../sites/media-address.ts';

/**
 * Returns the address of the recording that a picture is a frame of; '' if its source is none that
 * we know.
 */
export function recordingOfFrame({
  linkUrl,
  source,
}: Pick<ImageClip, 'linkUrl' | 'source'>): string {
  const medium = parseMediaAddress(linkUrl) ?? parseMediaAddress(source.url);
  return medium?.canonicalUrl ?? '';
}
