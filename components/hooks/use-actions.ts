import { createNextWrapUp, setActiveWrapUp } from '../../lib/app/active-wrap-up.ts';
import { addAddress, addPicture } from '../../lib/app/add-given.ts';
import { addNote, addRaw, addSection, begunNote } from '../../lib/app/add-item.ts';
import { attempt } from '../../lib/app/attempt.ts';
import { deleteItems, dropBegun, restoreItems } from '../../lib/app/delete-items.ts';
import { archiveWrapUp, restoreWrapUp } from '../../lib/app/edit-wrap-up.ts';
import { fieldEdits, type WrittenItems } from '../../lib/app/edited.ts';
import { finishWrapUp } from '../../lib/app/finish-wrap-up.ts';
import { hideItems } from '../../lib/app/hide-items.ts';
import { insteadOf, leavingLess } from '../../lib/app/instead-of.ts';
import { setLanding } from '../../lib/app/landing.ts';
import { moveItems, moveItemsBy, moveSectionBy } from '../../lib/app/move-items.ts';
import { moveItemsToWrapUp } from '../../lib/app/move-items-to-wrap-up.ts';
import { type NewPartRow, storeParts } from '../../lib/app/part-rows.ts';
import { sortInPlace } from '../../lib/app/sort-in-place.ts';
import { backToSource, joinQuote, splitQuote } from '../../lib/app/split-quote.ts';
import { deleteWrapUp } from '../../lib/app/trash.ts';
import { mark, placeItems, putAside, takeOut } from '../../lib/app/tray.ts';
import { errorText } from '../../lib/client/error-text.ts';
import { whyLeft } from '../../lib/client/history.ts';
import { type CountKey, type NamedKey, t, tCount } from '../../lib/client/i18n.ts';
import type { ItemList } from '../../lib/client/item-list.ts';
import type { Telling } from '../../lib/client/notice.ts';
import type { PartList } from '../../lib/client/part-list.ts';
import { deps, edit, pending, undoStep } from '../../lib/client/services.ts';
import { sourceAtWords } from '../../lib/clips/source-at-words.ts';
import type { Failure } from '../../lib/core/base/errors.ts';
import type { Result } from '../../lib/core/base/result.ts';
import { type After, arranged, stepped } from '../../lib/core/post/arrange.ts';
import type { ChangeKind } from '../../lib/core/post/change.ts';
import type { ItemEdits } from '../../lib/core/post/edits.ts';
import type { Item, Note, Part, Quote } from '../../lib/core/post/item.ts';
import type { Landing, WrapUp } from '../../lib/core/post/wrap-up.ts';
import type { Halves } from '../../lib/quotes/split-quote.ts';
import { backToTemplate } from '../../lib/render/parts/by-hand.ts';
import { partName } from '../clips/part-name.ts';
import { shortName } from '../clips/preview-text.ts';

/** The message about a step: names a single item, and counts several. */
interface Told {
  one(name: string): string;
  many(count: number): string;
}

const told = (one: NamedKey, many: CountKey): Told => ({
  one: (name) => t(one, name),
  many: (count) => tCount(many, count),
});

const toldPlaced = told('popup_placed', 'popup_placed_many');

interface Context extends Telling {
  /** The list with the parts of its template; undefined while they are unknown. */
  parts: PartList | undefined;
  wrapUp: WrapUp | undefined;
  /** What is shown: a wrap-up's id or `inboxId`, and its items. */
  placeId: string | undefined;
  list: ItemList | undefined;
}

/** What may be pasted or dropped: an address, words as safe Markdown, a picture. */
export type Given = { url: string } | { text: string } | { name: string; bytes: ArrayBuffer };

/** What a note-taker adds. */
export type NewKind = 'note' | 'bullet' | 'section' | 'heading' | 'raw';
type New = Parameters<typeof addNote>[1];

/** The store that a step is written to. */
type Through = Pick<typeof deps, 'changes' | 'clock'>;

/** For a step that also deletes an item. */
const deleting = (id: string): Through => ({ ...deps, changes: insteadOf(deps, id) });
/** For a step that also shortens a note. */
const leaving = (note: Note, left: string): Through => ({
  ...deps,
  changes: leavingLess(deps.changes, note, left),
});

const addKind = {
  note: (what: New, through: Through = deps) => addNote(through, { ...what, form: 'paragraph' }),
  bullet: (what: New, through: Through = deps) => addNote(through, { ...what, form: 'bullet' }),
  section: (what: New, through: Through = deps) =>
    addSection(through, { ...what, form: 'lead-in' }),
  heading: (what: New, through: Through = deps) => addSection(through, { ...what, form: 'h2' }),
  raw: (what: New, through: Through = deps) => addRaw(through, what),
};

const sameClips = (fingerprint: string): Promise<readonly Item[]> =>
  // If it can't be read, the clip is offered as one from elsewhere.
  deps.items.withFingerprint(fingerprint).catch(() => []);

/**
 * Returns what happens to the parts of the template when something new goes after a row, or above
 * all.
 */
function besideParts(parts: PartList, id: string, after: After) {
  const order = [...parts.ids];
  const at = after === null ? 0 : order.indexOf(after) + 1;
  order.splice(at, 0, id);
  const among = parts.among(order);
  return { among, above: among.order[among.order.indexOf(id) - 1] };
}

/** What the popup can do to items and wrap-ups, besides typing in their fields. */
export function createActions(context: Context) {
  const { placeId, list, parts, showNotice, offerUndo } = context;
  const showBad = (text: string) => showNotice({ text, bad: true });
  const done = async <T>(outcome: Promise<Result<T, Failure>>): Promise<T | undefined> => {
    const result = await outcome;
    if (result.ok) return result.value;
    showBad(errorText(result.error));
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
        if (left) showBad(left);
        else if (outcome) await afterwards?.();
      },
    });
  /** An item shown elsewhere may not have been read. */
  const find = async (id: string) =>
    parts?.get(id) ?? list?.get(id) ?? (await deps.items.get(id).catch(() => undefined));
  const nameOf = (item: Item) =>
    item.kind === 'part' ? partName(item, context.wrapUp) : shortName(item);
  /** A part is no clip; it can't be deleted or moved elsewhere. */
  const clipsOf = (ids: readonly string[]) =>
    ids.filter((id) => (parts?.get(id) ?? list?.get(id))?.kind !== 'part');
  /** Runs a step and shows its message; returns whether anything was written. */
  const step = async (
    ids: readonly string[],
    outcome: Promise<Result<WrittenItems, Failure>>,
    says: Told,
  ): Promise<boolean> => {
    const [id = ''] = ids;
    const item = ids.length === 1 ? await find(id) : undefined;
    const written = await done(outcome);
    if (written?.changeId === undefined) return false;
    const text = item ? says.one(nameOf(item)) : says.many(ids.length);
    offerStepBack(text, written.changeId);
    return true;
  };
  /** Shows the words as they are stored now, whatever was typed a moment ago. */
  const showWritten = (ids: readonly string[]) => {
    for (const id of ids) {
      for (const field of ['editedMarkdown', 'note']) pending.drop(id, field);
    }
    pending.changed();
  };

  /** Changes a part, which gets its own row in its place. */
  const editPart = async (
    row: Part,
    changes: NonNullable<NewPartRow['changes']>,
    kind: ChangeKind,
    text: string,
  ): Promise<void> => {
    if (parts?.isUnstored(row.id)) {
      const { order, parts: rows } = parts.among(parts.ids, [row.id]);
      const changed = rows.map((each) => (each.id === row.id ? { ...each, changes } : each));
      const stored = await done(storeParts(deps, row.wrapUpId, { kind, order, parts: changed }));
      if (stored?.changeId !== undefined) offerStepBack(text, stored.changeId);
      return;
    }
    const saved = await edit('item', row.id, row, changes, kind);
    if (saved?.changeId !== undefined) offerStepBack(text, saved.changeId);
  };

  /** Resets a part to the template: first its words, then its place and visibility. */
  const resetPart = async (row: Part): Promise<void> => {
    if (parts?.isUnstored(row.id)) return;
    const isGone = parts !== undefined && parts.outputOf(row.id) === undefined;
    const text = t(isGone ? 'popup_deleted' : 'part_was_reset', nameOf(row));
    if (row.byHand && !isGone) return editPart(row, backToTemplate, 'edit', text);
    const removed = await done(deleteItems(deps, [row.id]));
    if (removed?.changeId !== undefined) offerStepBack(text, removed.changeId);
  };

  const hideAll = (ids: readonly string[], hidden: boolean) => {
    const [unstored, stored] = [true, false].map((is) =>
      ids.filter((id) => (parts?.isUnstored(id) ?? false) === is),
    );
    if (!parts || placeId === undefined || !unstored?.length) return hideItems(deps, ids, hidden);
    const { order, parts: rows } = parts.among(parts.ids, unstored);
    return storeParts(deps, placeId, {
      kind: hidden ? 'hide' : 'show',
      order,
      parts: rows.map((row) => (unstored.includes(row.id) ? { ...row, changes: { hidden } } : row)),
      edits: stored?.flatMap((id) => fieldEdits('item', id, { hidden })) ?? [],
    });
  };

  /** Returns where something new goes that belongs after a row. */
  const placeBelow = (id: string, after: After | undefined) => {
    if (after === undefined) return {};
    // It was placed a moment ago, and is not among the rows yet.
    if (after !== null && parts && !parts.ids.includes(after)) return { at: { afterId: after } };
    const beside = parts && besideParts(parts, id, after);
    if (beside && beside.among.parts.length > 0) return { among: beside.among };
    const above = beside ? beside.above : (after ?? undefined);
    const [firstId] = list?.ids ?? [];
    if (above !== undefined) return { at: { afterId: above } };
    return firstId === undefined ? {} : { at: { beforeId: firstId } };
  };

  /** Returns whether it was written. */
  const moveRows = async (
    ids: readonly string[],
    to: After,
    by?: -1 | 1,
    through: Through = deps,
  ): Promise<boolean> => {
    if (placeId === undefined) return false;
    let after = to;
    if (parts) {
      const wanted = arranged(parts.ids, ids, to);
      const among = parts.among(wanted, ids);
      if (among.parts.length > 0) {
        const moving = ids.filter((id) => !parts.isUnstored(id));
        const stored = storeParts(through, placeId, { kind: 'move', ...among, moving });
        return (await done(stored)) !== undefined;
      }
      after = parts.storedBefore(wanted, wanted.indexOf(ids[0] ?? '')) ?? null;
    }
    if (by !== undefined) {
      return (await done(moveItemsBy(through, placeId, ids, by))) !== undefined;
    }
    const firstId = list?.ids.find((other) => !ids.includes(other));
    if (firstId === undefined) return false;
    const target = after === null ? { beforeId: firstId } : { afterId: after };
    return (await done(moveItems(through, placeId, ids, target))) !== undefined;
  };

  /** Sets where new clips land. */
  const land = async (wrapUpId: string, landing: Landing) => {
    const landed = await done(setLanding(deps, wrapUpId, landing));
    if (landed?.changeId === undefined) return;
    offerStepBack(t('popup_landing_set'), landed.changeId);
  };

  /** Lets new clips land below a row, or above all (null). */
  const landBelow = async (wrapUpId: string, after: After) => {
    if (!parts) return land(wrapUpId, after ?? 'start');
    const { among, above } = besideParts(parts, 'landing', after);
    const landing = above ?? 'start';
    if (among.parts.length === 0) return land(wrapUpId, landing);
    const order = among.order.filter((id) => id !== 'landing');
    const edits = fieldEdits('wrapUp', wrapUpId, { landing });
    const step = { kind: 'landing', order, parts: among.parts, edits } as const;
    const landed = await done(storeParts(deps, wrapUpId, step));
    if (landed?.changeId !== undefined) {
      offerStepBack(t('popup_landing_set'), landed.changeId);
    }
  };

  return {
    editPart,
    resetPart,
    /** Returns whether it was written. */
    moveItems: moveRows,
    land,
    landBelow,

    async deleteItems(ids: readonly string[]) {
      const clips = clipsOf(ids);
      const [only] = ids;
      const part = clips.length === 0 && only !== undefined ? await find(only) : undefined;
      if (part?.kind === 'part') return resetPart(part);
      await step(clips, deleteItems(deps, clips), told('popup_deleted', 'popup_deleted_many'));
    },

    async takeOut(ids: readonly string[]) {
      const clips = clipsOf(ids);
      if (clips.length === 0) return;
      await step(clips, takeOut(deps, clips), told('popup_taken_out', 'popup_taken_out_many'));
    },

    /**
     * @param below the row to place them below; undefined: where new clips land
     * @param changes other changes to them in the same step
     */
    place(wrapUpId: string, ids: readonly string[], below?: After, changes: ItemEdits = {}) {
      // A part without its own row goes below the nearest row that exists.
      const after =
        below === undefined || below === null || !parts?.isUnstored(below)
          ? below
          : (parts.storedBefore(parts.ids, parts.ids.indexOf(below)) ?? null);
      const placed = placeItems(deps, wrapUpId, ids, { after, also: changes });
      return step(ids, placed, toldPlaced);
    },

    putAside: (ids: readonly string[], isAside: boolean) =>
      step(
        ids,
        putAside(deps, ids, isAside),
        isAside
          ? told('popup_put_aside', 'popup_put_aside_many')
          : told('popup_taken_up', 'popup_taken_up_many'),
      ),

    hide: (ids: readonly string[], hidden: boolean) =>
      step(
        ids,
        hideAll(ids, hidden),
        hidden ? told('popup_hid', 'popup_hid_many') : told('popup_showed', 'popup_showed_many'),
      ),

    /** Remembers that rows were seen; it does not matter if that can't be written. */
    seen: (ids: readonly string[]) => void mark('seenAt', deps, ids),

    /**
     * A duplicate is stored as deleted; this offers to keep both.
     * @returns id of the earlier clip, if it is in the list or the tray
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

    /** Puts items in this order, in the places that they occupy together. */
    async sort(inOrder: readonly Item[]) {
      const sorted = await done(sortInPlace(deps, inOrder));
      if (sorted) offerStepBack(t('talk_sorted'), sorted.changeId);
    },

    moveSection(id: string, by: -1 | 1) {
      if (parts?.isUnstored(id)) {
        const after = stepped(parts.ids, [id], by);
        if (after !== undefined) void moveRows([id], after);
        return;
      }
      if (placeId !== undefined) void done(moveSectionBy(deps, { id, wrapUpId: placeId }, by));
    },

    async moveToPlace(ids: readonly string[], placeId: string, placeTitle: string) {
      const clips = clipsOf(ids);
      if (clips.length === 0) return;
      const moved = moveItemsToWrapUp(deps, clips, placeId);
      await step(clips, moved, {
        one: (name) => t('popup_moved', name, placeTitle),
        many: (count) => tCount('popup_moved_many', count, placeTitle),
      });
    },

    /**
     * Resolves to the new item's id.
     * @param after the row to put it after, or null: the first of all; undefined: where clips land
     */
    async add(kind: NewKind, wrapUpId: string, after?: After) {
      const id = crypto.randomUUID();
      const what = { id, wrapUpId, note: '' };
      const added = await done(addKind[kind]({ ...what, ...placeBelow(id, after) }));
      return added?.id;
    },

    /** Silently deletes a note that was created automatically, if nothing was written in it. */
    dropBegun: (id: string) => done(dropBegun(deps, id)),

    /**
     * Puts something below a note and removes the note's last lines, as one step.
     * @param note with the words that its page shows; they are stored first, because recent typing
     * may not be saved yet
     * @param left what remains of them
     * @returns id of the item to continue in: the new item, a part, or a note that was created
     * below a clip
     */
    async putBelow(
      what: { kind: NewKind } | { clipId: string; changes: ItemEdits } | { partId: string },
      note: Note,
      left: string,
    ): Promise<string | undefined> {
      const { id: noteId, wrapUpId } = note;
      if (!(await edit('item', noteId, note, { note: note.note }))) return undefined;
      const through = leaving(note, left);
      const put = async () => {
        if ('partId' in what)
          return (await moveRows([what.partId], noteId, undefined, through)) && what.partId;
        if ('kind' in what) {
          const id = crypto.randomUUID();
          const where = { wrapUpId, ...placeBelow(id, noteId) };
          return (await done(addKind[what.kind]({ id, note: '', ...where }, through)))?.id;
        }
        const begun = begunNote(deps.clock, wrapUpId);
        const placing = { after: noteId, also: what.changes, begun };
        const placed = placeItems(through, wrapUpId, [what.clipId], placing);
        return (await step([what.clipId], placed, toldPlaced)) && begun.id;
      };
      const id = await put();
      showWritten([noteId]);
      return id || undefined;
    },

    /** Replaces an empty note or heading, as one step; resolves to the new item's id. */
    async addInstead(kind: NewKind, { id: afterId, wrapUpId }: Item) {
      const what = { id: crypto.randomUUID(), note: '', wrapUpId, at: { afterId } };
      return (await done(addKind[kind](what, deleting(afterId))))?.id;
    },

    /** Replaces an empty note or heading by a clip of the tray. */
    placeInstead: (clipId: string, { id, wrapUpId }: Item, changes: ItemEdits = {}) =>
      done(placeItems(deleting(id), wrapUpId, [clipId], { after: id, also: changes })),

    /** Moves a part of the template to the place of an empty note or heading, which is removed. */
    movePartInstead: (partId: string, { id }: Item) =>
      moveRows([partId], id, undefined, deleting(id)),

    /**
     * Adds something pasted or dropped as a block of the post; resolves to its id.
     * @param after as for `add`
     */
    async give(given: Given, wrapUpId: string, after?: After) {
      const id = crypto.randomUUID();
      const where = { wrapUpId, ...placeBelow(id, after) };
      const added = await done(
        'url' in given
          ? addAddress(deps, id, where, given.url)
          : 'bytes' in given
            ? addPicture(deps, id, where, given)
            : addNote(deps, { id, ...where, note: given.text, form: 'paragraph' }),
      );
      return added?.id;
    },

    /**
     * Splits a quote into two rows.
     * @param editedMarkdown the words that the halves are made from; null for the source's
     */
    async splitQuote(quote: Quote, halves: Halves, editedMarkdown: string | null) {
      const { id } = quote;
      // Recent typing may not be saved yet.
      const typed = await edit('item', id, quote, { editedMarkdown });
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

    /** Opens a quote's page; clipping the same words there next ties them to that page. */
    async clipAgain(quote: Quote) {
      const address = sourceAtWords(quote);
      // The wish is stored first, because the popup closes when the page opens.
      const kept = await done(
        attempt(() => deps.settings.setWantedQuoteId(quote.id).then(() => true)),
      );
      // With `noopener` both browsers scroll to the words.
      if (kept && address) window.open(address, '_blank', 'noopener');
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

    /**
     * Archives a wrap-up and starts the next; resolves to that one.
     * @param onBack called if it is undone
     */
    async finish({ id, title }: WrapUp, onBack: () => void): Promise<WrapUp | undefined> {
      const finished = await done(finishWrapUp(deps, id));
      if (!finished) return undefined;
      const { next, isNew, changeId } = finished;
      const text = t('done_finished', title || t('popup_untitled'), next.title);
      offerStepBack(text, changeId, async () => {
        await done(setActiveWrapUp(deps, id));
        onBack();
        if (isNew) await done(deleteWrapUp(deps, next.id));
      });
      return next;
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
