import * as v from 'valibot';
import { fingerprint } from '../clips/fingerprint.ts';
import { momentFingerprint } from '../clips/moment.ts';
import { limits } from '../core/base/limits.ts';
import { fail, ok, type Result } from '../core/base/result.ts';
import { type Item, ItemSchema } from '../core/post/item.ts';
import { keysAfter } from '../core/post/order.ts';
import type { Source } from '../core/source/source.ts';
import { fieldsDigest } from './fields-digest.ts';
import type { OpenedPost } from './open-post.ts';
import { type PieceFields, readPiece } from './read-piece.ts';

/** Where the items go, and when they are created. */
export interface Opening {
  wrapUpId: string;
  /** ISO instant. */
  now: string;
  newId: () => string;
}

/**
 * Returns the items of an opened post, one for each piece, in their order. A post with a piece that
 * no item can hold is refused, because it would be incomplete.
 */
export async function openItems(
  { pieces }: OpenedPost,
  { wrapUpId, now, newId }: Opening,
): Promise<Result<Item[], 'too-long'>> {
  const orders = keysAfter(undefined, pieces.length);
  const opened: Item[] = [];
  for (const [at, piece] of pieces.entries()) {
    if (Math.max(piece.text.length, piece.gap.length) > limits.note) return fail('too-long');
    const place = { id: newId(), wrapUpId, order: orders[at] ?? '', hidden: false };
    const entries = { ...place, createdAt: now, updatedAt: now, deletedAt: null };
    const item = await toItem(readPiece(piece, pieces[at - 1]), entries);
    // If a field would be too long (an address, a title), the item stays plain text.
    const kept: Item = v.is(ItemSchema, item)
      ? item
      : { kind: 'raw', ...entries, note: piece.text.replace(/\r\n?/g, '\n') };
    const { text, gap } = piece;
    opened.push({ ...kept, piece: { of: wrapUpId, at, text, gap, digest: fieldsDigest(kept) } });
  }
  return ok(opened);
}

type Entries = Pick<
  Item,
  'id' | 'wrapUpId' | 'order' | 'hidden' | 'createdAt' | 'updatedAt' | 'deletedAt'
>;

async function toItem(fields: PieceFields, entries: Entries): Promise<Item> {
  switch (fields.kind) {
    case 'section':
    case 'note':
    case 'raw':
      return { ...entries, ...fields };
    case 'link': {
      const source = sourceAt(fields.url, fields.title, entries.createdAt);
      return {
        ...entries,
        source,
        fingerprint: await fingerprint('link', source, fields.url),
        ...fields,
      };
    }
    case 'image': {
      const source = sourceAt(fields.linkUrl, '', entries.createdAt);
      const mark = await fingerprint('image', source, fields.path);
      const rest = { note: '', url: '', fileName: '', assetId: '' as const };
      return { ...entries, source, fingerprint: mark, ...rest, ...fields };
    }
    case 'moment': {
      const { url, ...own } = fields;
      const mark = await momentFingerprint(url, fields.startSeconds);
      const rest = { mediaTitle: '', chapter: '', caption: '', checkTime: false };
      const source = sourceAt(url, '', entries.createdAt);
      return { ...entries, source, fingerprint: mark, ...rest, ...own };
    }
    case 'quote': {
      const { url, title, ...own } = fields;
      const source = sourceAt(url, title, entries.createdAt);
      const mark = await fingerprint('quote', source, fields.text);
      const rest = { note: '', form: 'quote' as const, editedMarkdown: null };
      const label = fields.attributionLabel === '' ? {} : { labelIsMarkdown: true };
      return { ...entries, source, fingerprint: mark, ...rest, ...own, ...label };
    }
  }
}

/** Returns a source, as far as a post names it. */
function sourceAt(url: string, title: string, capturedAt: string): Source {
  return {
    url,
    canonicalUrl: url,
    title,
    cleanTitle: title,
    ...{ siteName: '', author: '', published: '', description: '', mediaType: '', language: '' },
    ...{ headingId: '', heading: '', selectors: [], capturedAt },
  };
}
