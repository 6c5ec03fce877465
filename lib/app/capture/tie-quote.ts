import { quoteToTie, tiedTo } from '../../clips/tie-quote.ts';
import type { Failure } from '../../core/base/errors.ts';
import type { Result } from '../../core/base/result.ts';
import { type Item, inboxId, type Quote } from '../../core/post/item.ts';
import { fieldsDigest } from '../../posts/fields-digest.ts';
import type { Active } from '../active-wrap-up.ts';
import { attempt, CodedError } from '../attempt.ts';
import { fieldEdits, newOrigin } from '../edited.ts';
import type { Stores } from '../ports.ts';
import type { ComposedClip } from './compose-clip.ts';

/**
 * Ties a quote of an opened post to the source and original of a clip with the same words, as one
 * step of the history, and returns it; undefined if there is no such quote and the clip stands
 * alone. The quote's block keeps its bytes. Call it within `atomically`; the clip's id is also the
 * step's id, so a repeated call changes nothing.
 * @param same clips of the same thing, which it may be tied to already
 */
export async function tieQuote(
  { items, settings, changes }: Stores,
  { item: clip, original }: ComposedClip,
  active: Active,
  same: readonly Item[],
): Promise<Quote | undefined> {
  if (clip.kind !== 'quote') return undefined;
  const tied = same.find(
    (item): item is Quote => item.kind === 'quote' && item.piece !== undefined,
  );
  if (tied && (await changes.has(clip.id))) return tied;
  const wantedId = await settings.wantedQuoteId();
  const wanted = wantedId === undefined ? undefined : await items.get(wantedId);
  const isOpened = active.id !== inboxId && active.wrapUp?.opened !== undefined;
  const quote = quoteToTie(clip, wanted, isOpened ? await items.list(active.id) : []);
  if (quote === undefined) return undefined;
  const changed = tiedTo(quote, clip);
  const { piece } = quote;
  const isAsOpened = piece?.digest === fieldsDigest(quote);
  const digest = fieldsDigest({ ...quote, ...changed } as Quote);
  await changes.apply({ ...newOrigin(), id: clip.id }, () => ({
    kind: 'tie',
    edits: fieldEdits('item', quote.id, {
      ...changed,
      ...(piece && isAsOpened ? { piece: { ...piece, digest } } : {}),
    }),
  }));
  const written = await items.get(quote.id);
  if (written?.kind !== 'quote') return undefined;
  if (original !== undefined) await items.put(written, { ...original, id: quote.id });
  return written;
}

/**
 * Undoes the tying of a quote, and no other step. Fails with `clip-changed` if the quote has
 * changed since, so that it can't be undone.
 */
export function untieQuote(
  { changes }: Pick<Stores, 'changes'>,
  itemId: string,
  stepId: string,
): Promise<Result<void, Failure>> {
  return attempt(async () => {
    const { outcome } = await changes.undoOne(stepId, { kind: 'tie', itemId });
    if (outcome === 'refused') throw new CodedError('clip-changed');
  });
}
