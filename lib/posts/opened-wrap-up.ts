import * as v from 'valibot';
import { sha256Hex } from '../core/base/hash.ts';
import { clampText, limits } from '../core/base/limits.ts';
import { fail, ok, type Result } from '../core/base/result.ts';
import { createWrapUp } from '../core/post/create-wrap-up.ts';
import type { Item } from '../core/post/item.ts';
import { type OpenedWrapUp, WrapUpSchema } from '../core/post/wrap-up.ts';
import { toOffsetDateTime } from '../core/time/date.ts';
import { decodePost, type UnreadableFile } from './decode-post.ts';
import { openItems } from './open-items.ts';
import { openPost } from './open-post.ts';
import { readDetails, titleOf } from './opened-details.ts';
import { frameOf } from './write-post.ts';

export interface OpeningFile {
  /** The file's own name, with extension. */
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** Id of the wrap-up. */
  id: string;
  /** ISO instant. */
  now: string;
  /** Minutes east of UTC of the local time; a post without a date gets today's. */
  offsetMinutes: number;
  newId: () => string;
}

/**
 * Returns the wrap-up of a file and its items, and whether its file contains a date. `long-block`:
 * something in it is longer than a record can hold.
 */
export async function openedWrapUp({
  name,
  bytes,
  id,
  now,
  offsetMinutes,
  newId,
}: OpeningFile): Promise<
  Result<{ wrapUp: OpenedWrapUp; items: Item[]; isDated: boolean }, UnreadableFile | 'long-block'>
> {
  const decoded = decodePost(bytes);
  if (!decoded.ok) return decoded;
  const post = openPost(decoded.value);
  const items = await openItems(post, { wrapUpId: id, now, newId });
  if (!items.ok) return fail('long-block');
  const stem = name.replace(/\.[^.]*$/, '');
  const headings = items.value.flatMap((item) => (item.kind === 'section' ? [item.note] : []));
  const today = toOffsetDateTime(now, offsetMinutes);
  const said = readDetails(post.frontMatter, {
    title: titleOf(stem, headings),
    slug: clampText(stem, limits.slug),
    date: dateOfName(name) ?? today,
  });
  const digest = await sha256Hex(bytes.slice().buffer);
  const wrapUp: OpenedWrapUp = {
    ...createWrapUp({ id, now, offsetMinutes }),
    ...said.details,
    opened: { name: clampText(name, limits.label), digest, ...frameOf(post), ...said },
  };
  // There may be endless blank lines before the text, for example.
  return v.is(WrapUpSchema, wrapUp)
    ? ok({ wrapUp, items: items.value, isDated: wrapUp.date !== today })
    : fail('long-block');
}

/** Jekyll's posts have their date in their name, `2031-04-01-rings.md`. */
function dateOfName(name: string): string | undefined {
  const [, day] = /^(\d{4}-\d\d-\d\d)-/.exec(name) ?? [];
  const date = `${day}T00:00:00+00:00`;
  return day === undefined || Number.isNaN(Date.parse(date)) ? undefined : date;
}
