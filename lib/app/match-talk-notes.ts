import { createMoment } from '../clips/create-item.ts';
import type { Failure } from '../core/base/errors.ts';
import type { Result } from '../core/base/result.ts';
import type { FieldEdit } from '../core/post/change.ts';
import type { Moment } from '../core/post/item.ts';
import type { PageInfo } from '../core/source/source.ts';
import { attempt } from './attempt.ts';
import { fieldEdits, newOrigin, type WrittenItems, writtenItems } from './edited.ts';
import type { ChangeStore, Clock, ItemStore } from './ports.ts';

/** The recording that notes are matched to. */
export interface MatchedRecording {
  page: PageInfo;
  mediaUrl: string;
  mediaTitle: string;
}

/**
 * Turns notes taken by the time of day into moments of a recording, each in the place of its note,
 * as one step: the notes are deleted, and Undo restores them.
 * @param times id of each note, and its time in whole seconds
 */
export function matchTalkNotes(
  deps: { changes: ChangeStore; items: Pick<ItemStore, 'get'>; clock: Pick<Clock, 'now'> },
  recording: MatchedRecording,
  times: ReadonlyMap<string, number>,
): Promise<Result<WrittenItems, Failure>> {
  return attempt(async () => {
    const now = deps.clock.now();
    const moments = new Map<string, Moment>();
    // This must come before the transaction, which ends while a hash is computed.
    for (const [noteId, startSeconds] of times) {
      const note = await deps.items.get(noteId);
      if (note?.kind !== 'note') continue;
      const { mediaUrl, mediaTitle, page } = recording;
      const facts = { startSeconds, mediaUrl, mediaTitle, chapter: '', checkTime: false };
      const { wrapUpId, order } = note;
      const placement = { id: crypto.randomUUID(), wrapUpId, order, now };
      const { item } = await createMoment(placement, page, facts, note.note);
      moments.set(noteId, item);
    }
    const applied = await deps.changes.apply(newOrigin(), async (view) => {
      const created: Moment[] = [];
      const edits: FieldEdit[] = [];
      for (const [noteId, moment] of moments) {
        const note = await view.item(noteId);
        // Deleted or moved elsewhere meanwhile.
        if (note?.kind !== 'note' || note.deletedAt !== null) continue;
        const { wrapUpId, order, hidden, tray, talkId, note: words } = note;
        created.push({
          ...moment,
          ...{ wrapUpId, order, hidden, note: words },
          ...(tray ? { tray } : {}),
          ...(talkId ? { talkId } : {}),
        });
        edits.push(...fieldEdits('item', noteId, { deletedAt: now }));
        const wrapUp = await view.wrapUp(wrapUpId);
        if (wrapUp?.landing === noteId) {
          edits.push(...fieldEdits('wrapUp', wrapUpId, { landing: moment.id }));
        }
      }
      return { kind: 'match', created, edits };
    });
    return writtenItems(applied);
  });
}
