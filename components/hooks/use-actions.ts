import { createNextWrapUp, setActiveWrapUp } from '../../lib/app/active-wrap-up.ts';
import { addNote, addRaw, addSection } from '../../lib/app/add-item.ts';
import { attempt } from '../../lib/app/attempt.ts';
import { deleteItems, restoreItems } from '../../lib/app/delete-items.ts';
import { archiveWrapUp, restoreWrapUp } from '../../lib/app/edit-wrap-up.ts';
import type { WrittenItems } from '../../lib/app/edited.ts';
import { hideItems } from '../../lib/app/hide-items.ts';
import { setLanding } from '../../lib/app/landing.ts';
import {
  type MoveTarget,
  moveItems,
  moveItemsBy,
  moveSectionBy,
} from '../../lib/app/move-items.ts';
import { moveItemsToWrapUp } from '../../lib/app/move-items-to-wrap-up.ts';
import { sortInPlace } from '../../lib/app/sort-in-place.ts';
import { backToSource, joinQuote, splitQuote } from '../../lib/app/split-quote.ts';
import { deleteWrapUp } from '../../lib/app/trash.ts';
import { markSeen, placeItems, putAside, takeOut } from '../../lib/app/tray.ts';
import { whyLeft } from '../../lib/client/history.ts';
import { type MessageKey, t } from '../../lib/client/i18n.ts';
import type { ItemList } from '../../lib/client/item-list.ts';
import type { Undo } from '../../lib/client/notice.ts';
import { deps, edit, pending, undoStep } from '../../lib/client/services.ts';
import type { Failure } from '../../lib/core/base/errors.ts';
import type { Result } from '../../lib/core/base/result.ts';
import type { After } from '../../lib/core/post/arrange.ts';
import type { Item, ItemChanges, Quote } from '../../lib/core/post/item.ts';
import type { Landing, WrapUp } from '../../lib/core/post/wrap-up.ts';
import type { Halves } from '../../lib/quotes/split-quote.ts';
import { shortName } from '../clips/preview-text.ts';

interface Context {
  /** What is shown: a wrap-up's id or `inboxId`, and its items. */
  placeId: string | undefined;
  list: ItemList | undefined;
  onFailure(failure: Failure): void;
  /** Told where a step could not be taken back. */
  onLeft(sentence: string): void;
  offerUndo(undo: Undo): void;
}

/** What a note-taker adds of their own. */
export type NewKind = 'note' | 'section' | 'heading' | 'raw';
type New = Parameters<typeof addNote>[1];

const addKind = {
  note: (what: New) => addNote(deps, { ...what, form: 'paragraph' }),
  section: (what: New) => addSection(deps, { ...what, form: 'lead-in' }),
  heading: (what: New) => addSection(deps, { ...what, form: 'h2' }),
  raw: (what: New) => addRaw(deps, what),
};

const sameClips = (fingerprint: string): Promise<readonly Item[]> =>
  // Where it cannot be read, the clip is offered as one from elsewhere.
  deps.items.withFingerprint(fingerprint).catch(() => []);

/** What the popup can do to items and wrap-ups, beside typing in their fields. */
export function createActions({ placeId, list, onFailure, onLeft, offerUndo }: Context) {
  const done = async <T>(outcome: Promise<Result<T, Failure>>): Promise<T | undefined> => {
    const result = await outcome;
    if (result.ok) return result.value;
    onFailure(result.error);
    return undefined;
  };
  const offerStepBack = (
    text: string,
    changeId: string | undefined,
    afterwards?: () => Promise<void>,
  ) =>
    offerUndo({
      text,
      async run() {
        const outcome = await done(attempt(() => undoStep(changeId)));
        const left = outcome && whyLeft(outcome, 'popup_undo_nothing');
        if (left) onLeft(left);
        else if (outcome) await afterwards?.();
      },
    });
  /** Not every one has been read that is shown elsewhere. */
  const find = async (id: string) =>
    list?.get(id) ?? (await deps.items.get(id).catch(() => undefined));
  /** A step, and a sentence on it: of one item by its words, of several by how many they are. */
  const step = async (
    ids: readonly string[],
    outcome: Promise<Result<WrittenItems, Failure>>,
    [one, many]: readonly [MessageKey, MessageKey],
    ...where: string[]
  ): Promise<void> => {
    const [id = ''] = ids;
    const item = ids.length === 1 ? await find(id) : undefined;
    const written = await done(outcome);
    if (written?.changeId === undefined) return;
    const text = item ? t(one, shortName(item), ...where) : t(many, ids.length, ...where);
    offerStepBack(text, written.changeId);
  };
  /** Shows the words as they are stored now, whatever was typed a moment ago. */
  const showWritten = (ids: readonly string[]) => {
    for (const id of ids) {
      for (const field of ['editedMarkdown', 'note']) pending.drop(id, field);
    }
    pending.changed();
  };

  return {
    deleteItems: (ids: readonly string[]) =>
      step(ids, deleteItems(deps, ids), ['popup_deleted', 'popup_deleted_many']),

    takeOut: (ids: readonly string[]) =>
      step(ids, takeOut(deps, ids), ['popup_taken_out', 'popup_taken_out_many']),

    place: (wrapUpId: string, ids: readonly string[]) =>
      step(ids, placeItems(deps, wrapUpId, ids), ['popup_placed', 'popup_placed_many']),

    putAside: (ids: readonly string[], isAside: boolean) =>
      step(
        ids,
        putAside(deps, ids, isAside),
        isAside
          ? ['popup_put_aside', 'popup_put_aside_many']
          : ['popup_taken_up', 'popup_taken_up_many'],
      ),

    hide: (ids: readonly string[], hidden: boolean) =>
      step(
        ids,
        hideItems(deps, ids, hidden),
        hidden ? ['popup_hid', 'popup_hid_many'] : ['popup_showed', 'popup_showed_many'],
      ),

    /** Remembers that rows were seen; that it could not be written is no loss. */
    seen: (ids: readonly string[]) => void markSeen(deps, ids),

    /**
     * What was clipped before is stored as deleted: offers to have it twice.
     * @returns id of the earlier clip, where it is in the list or the tray
     */
    async clippedBefore(id: string): Promise<string | undefined> {
      const again = await deps.items.get(id).catch(() => undefined);
      const fingerprint = again && 'fingerprint' in again ? again.fingerprint : undefined;
      const same = fingerprint === undefined ? [] : await sameClips(fingerprint);
      const earlier = same.find((item) => item.wrapUpId === placeId);
      offerUndo({
        text: t(earlier ? 'popup_clipped_before' : 'popup_clipped_elsewhere'),
        label: t('popup_clip_again'),
        run: () => void done(restoreItems(deps, [id])),
      });
      return earlier?.id;
    },

    /** Puts items in this order, at the places that they have together. */
    async sort(inOrder: readonly Item[]) {
      const sorted = await done(sortInPlace(deps, inOrder));
      if (sorted) offerStepBack(t('talk_sorted'), sorted.changeId);
    },

    /** Whether it was written. */
    async moveItems(ids: readonly string[], after: After, by?: -1 | 1): Promise<boolean> {
      if (placeId === undefined) return false;
      if (by !== undefined) {
        return (await done(moveItemsBy(deps, placeId, ids, by))) !== undefined;
      }
      const firstId = list?.ids.find((other) => !ids.includes(other));
      if (firstId === undefined) return false;
      const target = after === null ? { beforeId: firstId } : { afterId: after };
      return (await done(moveItems(deps, placeId, ids, target))) !== undefined;
    },

    moveSection(id: string, by: -1 | 1) {
      if (placeId !== undefined) void done(moveSectionBy(deps, { id, wrapUpId: placeId }, by));
    },

    moveToPlace: (ids: readonly string[], placeId: string, placeTitle: string) =>
      step(
        ids,
        moveItemsToWrapUp(deps, ids, placeId),
        ['popup_moved', 'popup_moved_many'],
        placeTitle,
      ),

    /** Resolves to the new item's id. */
    async add(kind: NewKind, wrapUpId: string, at?: MoveTarget) {
      const what = { wrapUpId, note: '', ...(at === undefined ? {} : { at }) };
      const added = await done(addKind[kind](what));
      return added?.id;
    },

    /** Says where new clips land. */
    async land(wrapUpId: string, landing: Landing) {
      const landed = await done(setLanding(deps, wrapUpId, landing));
      if (landed?.changeId === undefined) return;
      offerStepBack(t('popup_landing_set'), landed.changeId);
    },

    /**
     * Makes two rows of a quote.
     * @param editedMarkdown the words that the halves are made of; null for the source's
     */
    async splitQuote(quote: Quote, halves: Halves, editedMarkdown: string | null) {
      const { id } = quote;
      // What was typed last may be on its way yet.
      const typed = await edit<ItemChanges>('item', id, quote, { editedMarkdown });
      if (!typed) return;
      const split = await done(splitQuote(deps, { id, editedMarkdown }, halves));
      if (!split) return;
      showWritten([id]);
      offerStepBack(t('quote_was_split'), split.changeId);
    },

    async joinQuote([first, second]: readonly [Quote, Quote], editedMarkdown: string | null) {
      const joined = await done(joinQuote(deps, [first.id, second.id], editedMarkdown));
      if (!joined) return;
      showWritten([first.id, second.id]);
      offerStepBack(t('quote_was_joined'), joined.changeId);
    },

    async backToSource({ id }: Quote) {
      const back = await done(backToSource(deps, id));
      if (!back) return;
      showWritten(back.items.map((item) => item.id));
      offerStepBack(t('popup_words_restored'), back.changeId);
    },

    pick: (id: string) => void done(setActiveWrapUp(deps, id)),

    create: (title: string): Promise<WrapUp | undefined> =>
      done(createNextWrapUp(deps, title ? { title } : {})),

    async archive(wrapUp: WrapUp) {
      const archived = await done(archiveWrapUp(deps, wrapUp.id));
      if (!archived) return;
      offerStepBack(t('popup_archived', wrapUp.title), archived.changeId, async () => {
        await done(setActiveWrapUp(deps, wrapUp.id));
      });
    },

    async deleteWrapUp({ id, title }: WrapUp) {
      const deleted = await done(deleteWrapUp(deps, id));
      if (!deleted) return;
      const name = title || t('popup_untitled');
      offerStepBack(t('popup_wrap_up_deleted', name), deleted.changeId, async () => {
        if (deleted.wasActive) await done(setActiveWrapUp(deps, id));
      });
    },

    restore: (id: string) => void done(restoreWrapUp(deps, id)),
  };
}

export type Actions = ReturnType<typeof createActions>;
