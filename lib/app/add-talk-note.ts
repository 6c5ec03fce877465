import { createMoment, type Placement } from '../clips/create-item.ts';
import type { Failure } from '../core/base/errors.ts';
import type { Result } from '../core/base/result.ts';
import { type Item, inboxId, type Note } from '../core/post/item.ts';
import { keyAfter } from '../core/post/order.ts';
import type { TalkNote } from '../core/post/talk-note.ts';
import { ensureActiveWrapUp } from './active-wrap-up.ts';
import { attempt } from './attempt.ts';
import { putLanded } from './landing.ts';
import type { Clock, Stores } from './ports.ts';

type Deps = Pick<Stores, 'items' | 'wrapUps' | 'settings' | 'atomically'> & { clock: Clock };

/**
 * Keeps a note typed during a talk below what is of that talk already, else where new clips land: as a moment with the words
 * where a recording gave it its time, else as a note that remembers the time of day. The same note
 * twice is one record, and what was changed in it since stays.
 */
export function addTalkNote(deps: Deps, talkNote: TalkNote): Promise<Result<Item, Failure>> {
  return attempt(async () => {
    const { id } = talkNote;
    const now = deps.clock.now();
    // Before the transaction: it doesn't outlive the making of a hash.
    const item = await createItem(talkNote, { id, wrapUpId: inboxId, order: keyAfter(), now });
    return deps.atomically(async () => {
      const known = await deps.items.get(id);
      if (known) return known;
      const active = await ensureActiveWrapUp(deps);
      if (!active.ok) throw active.error;
      const { wrapUp } = active.value;
      const afterId = wrapUp && talkNote.talkId && (await lastOf(deps, wrapUp.id, talkNote.talkId));
      return putLanded(deps, item, wrapUp, { afterId: afterId || undefined });
    });
  });
}

/** The last item in the post that belongs to a talk: a note of it, or its part of the template. */
async function lastOf(
  { items }: Pick<Deps, 'items'>,
  wrapUpId: string,
  talkId: string,
): Promise<string | undefined> {
  const all = await items.list(wrapUpId);
  return all.findLast((item) => 'talkId' in item && item.talkId === talkId)?.id;
}

async function createItem(
  { moment, note, takenAt, talkId }: TalkNote,
  placement: Placement,
): Promise<Item> {
  const of = talkId === undefined ? {} : { talkId };
  if (moment) {
    const { item } = await createMoment(placement, moment.page, moment.facts, note);
    return { ...item, ...of };
  }
  const { now, ...place } = placement;
  const item: Note = {
    kind: 'note',
    ...place,
    hidden: false,
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
    // Short, and among moments, which are bullets.
    form: 'bullet',
    note,
    asTyped: true,
    takenAt,
    ...of,
  };
  return item;
}
