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
 * Stores a note typed during a talk below what the post already has of that talk, or else where new
 * clips land. If a recording gave the note its time, it becomes a moment with words; otherwise it
 * is a note that remembers the time of day. The same note twice is one record, and later changes to
 * it are kept.
 */
export function addTalkNote(deps: Deps, talkNote: TalkNote): Promise<Result<Item, Failure>> {
  return attempt(async () => {
    const { id } = talkNote;
    const now = deps.clock.now();
    // This must come before the transaction, which ends while a hash is computed.
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

/**
 * Returns the post's last item that belongs to a talk: a note of it, or its part of the template.
 */
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
    // It is short and stands among moments, which are bullets.
    form: 'bullet',
    note,
    asTyped: true,
    takenAt,
    ...of,
  };
  return item;
}
