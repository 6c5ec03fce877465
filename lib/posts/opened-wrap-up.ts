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
  /** The file's own, with extension. */
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** Id of the wrap-up. */
  id: string;
  /** ISO instant. */
  now: string;
  /** Minutes east of UTC of the local time: a post without a date gets today's. */
  offsetMinutes: number;
  newId: () => string;
}

/** The wrap-up of a file and its items. `long-block`: something in it is longer than a record can hold. */
export async function openedWrapUp({
  name,
  bytes,
  id,
  now,
  offsetMinutes,
  newId,
}: OpeningFile): Promise<
  Result<{ wrapUp: OpenedWrapUp; items: Item[] }, UnreadableFile | 'long-block'>
> {
  const decoded = decodePost(bytes);
  if (!decoded.ok) return decoded;
  const post = openPost(decoded.value);
  const items = await openItems(post, { wrapUpId: id, now, newId });
  if (!items.ok) return fail('long-block');
  const stem = name.replace(/\.[^.]*$/, '');
  const headings = items.value.flatMap((item) => (item.kind === 'section' ? [item.note] : []));
  const said = readDetails(post.frontMatter, {
    title: titleOf(stem, headings),
    slug: clampText(stem, limits.slug),
    date: toOffsetDateTime(now, offsetMinutes),
  });
  const digest = await sha256Hex(bytes.slice().buffer);
  const wrapUp: OpenedWrapUp = {
    ...createWrapUp({ id, now, offsetMinutes }),
    ...said.details,
    opened: { name: clampText(name, limits.label), digest, ...frameOf(post), ...said },
  };
  // Blank lines without end before the text, say.
  return v.is(WrapUpSchema, wrapUp) ? ok({ wrapUp, items: items.value }) : fail('long-block');
}
