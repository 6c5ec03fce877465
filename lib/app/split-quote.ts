import type { Failure } from '../core/base/errors.ts';
import type { Result } from '../core/base/result.ts';
import type { ChangeView, FieldEdit } from '../core/post/change.ts';
import { clipOf, type Item, type ItemChanges, inboxId, type Quote } from '../core/post/item.ts';
import { compareOrder } from '../core/post/order.ts';
import type { Halves } from '../quotes/split-quote.ts';
import { attempt, CodedError } from './attempt.ts';
import { fieldEdits, newOrigin, type WrittenItems, writtenItems } from './edited.ts';
import { goOnBelow, land, landingEdits } from './landing.ts';
import type { ChangeStore, Clock } from './ports.ts';

type Deps = { changes: ChangeStore; clock: Clock };

/**
 * Splits a quote into two blocks of one clip, so that something can go between. The second has the
 * original and the source's caption; the first refers to it.
 * @param newId id of the second
 */
export function splitQuote(
  { changes, clock }: Deps,
  quote: Pick<Quote, 'id' | 'editedMarkdown'>,
  { first, second }: Halves,
  newId: string = crypto.randomUUID(),
): Promise<Result<WrittenItems, Failure>> {
  return attempt(async () => {
    const now = clock.now();
    return writtenItems(
      await changes.apply(newOrigin(), async (view) => {
        const stored = await quoteOf(view, quote.id);
        // Another window changed the words meanwhile, so the halves don't match them.
        if (stored.editedMarkdown !== quote.editedMarkdown) throw new CodedError('clip-changed');
        const { wrapUpId } = stored;
        const wrapUp = wrapUpId === inboxId ? undefined : await view.wrapUp(wrapUpId);
        const landed = await land(view, wrapUp, [newId], quote.id);
        const half: Quote = {
          ...stored,
          id: newId,
          clipId: clipOf(stored),
          order: landed.orders[0] ?? stored.order,
          note: '',
          editedMarkdown: second,
          createdAt: now,
          updatedAt: now,
        };
        return {
          kind: 'split',
          created: [half],
          originals: new Map([[newId, quote.id]]),
          rekeyed: landed.rekeyed,
          edits: [
            ...fieldEdits('item', quote.id, { editedMarkdown: first, sharesSource: true }),
            ...goOnBelow(wrapUpId, landed),
          ],
        };
      }),
    );
  });
}

/**
 * Joins two halves of a quote where the first is; the second is deleted, and the note-taker's text
 * before it joins the first's.
 * @param markdown the words of both; null for the source's
 */
export function joinQuote(
  { changes, clock }: Deps,
  [firstId, secondId]: readonly [string, string],
  markdown: string | null,
): Promise<Result<WrittenItems, Failure>> {
  return attempt(async () =>
    writtenItems(
      await changes.apply(newOrigin(), async (view) => {
        const halves = [await quoteOf(view, firstId), await quoteOf(view, secondId)];
        return { kind: 'join', edits: await joined(view, halves, markdown, clock.now()) };
      }),
    ),
  );
}

/** Restores a quote's words from the source; all halves of a split quote become one again. */
export function backToSource(
  { changes, clock }: Deps,
  id: string,
): Promise<Result<WrittenItems, Failure>> {
  return attempt(async () =>
    writtenItems(
      await changes.apply(newOrigin(), async (view) => {
        const quote = await quoteOf(view, id);
        const blocks = await view.blocksOf(quote);
        const isHalf = (item: Item): item is Quote =>
          item.kind === 'quote' &&
          item.deletedAt === null &&
          item.wrapUpId === quote.wrapUpId &&
          item.editedMarkdown !== null;
        const halves = blocks.filter(isHalf).sort(compareOrder);
        if (halves.length === 0) return undefined;
        const kind = halves.length > 1 ? 'join' : 'edit';
        return { kind, edits: await joined(view, halves, null, clock.now()) };
      }),
    ),
  );
}

/** The first gets the words and the last one's source caption; the others are deleted. */
async function joined(
  view: ChangeView,
  halves: readonly Quote[],
  editedMarkdown: string | null,
  now: string,
): Promise<FieldEdit[]> {
  const [first, ...others] = halves;
  const last = others.at(-1);
  if (first === undefined) return [];
  const changes: ItemChanges = { editedMarkdown };
  if (last !== undefined) {
    const { attribution, attributionLabel, labelIsMarkdown, sharesSource } = last;
    Object.assign(changes, { attribution, attributionLabel, labelIsMarkdown, sharesSource });
    changes.note = halves.flatMap(({ note }) => (note === '' ? [] : [note])).join('\n\n');
  }
  const ids = others.map(({ id }) => id);
  return [
    ...(await landingEdits(view, ids)),
    ...fieldEdits('item', first.id, changes),
    ...ids.flatMap((id) => fieldEdits('item', id, { deletedAt: now })),
  ];
}

async function quoteOf(view: ChangeView, id: string): Promise<Quote> {
  const item = await view.item(id);
  if (item?.kind !== 'quote' || item.deletedAt !== null) throw new CodedError('clip-gone');
  return item;
}
