import { createSlug } from '../text/slug.ts';
import { toOffsetDateTime } from '../time/date.ts';

/** File systems allow 255 bytes; this leaves room for what is around the slug and a number. */
const maxSlugBytes = 180;

function clampBytes(slug: string, maxBytes: number): string {
  const encoder = new TextEncoder();
  let bytes = 0;
  let kept = '';
  for (const letter of slug) {
    bytes += encoder.encode(letter).length;
    if (bytes > maxBytes) break;
    kept += letter;
  }
  return kept.replace(/-+$/, '');
}

/**
 * Returns `screenshot-2025-10-30-134510-tide-pool-55.png`: local date and time, then what it shows.
 * @param instant ISO instant at which it was taken
 * @param offsetMinutes minutes east of UTC of the local time
 * @param about any text: a title, a wrap-up's slug
 */
export function screenshotName(instant: string, offsetMinutes: number, about: string): string {
  const local = toOffsetDateTime(instant, offsetMinutes);
  const time = `${local.slice(0, 10)}-${local.slice(11, 19).replaceAll(':', '')}`;
  return `${['screenshot', time, clampBytes(createSlug(about), maxSlugBytes)].filter(Boolean).join('-')}.png`;
}
