import type { Failure } from '../core/base/errors.ts';
import { noteProblem } from '../core/base/problem.ts';
import { fail, ok, type Result } from '../core/base/result.ts';
import type { TypedOver } from '../core/capture/typed-over.ts';
import { attempt } from './attempt.ts';
import { editItem } from './edit-item.ts';
import type { ChangeStore, Clock, ItemStore, UnsavedClips } from './ports.ts';

interface Deps {
  stores: { items: ItemStore; changes: ChangeStore };
  unsavedClips: UnsavedClips;
  clock: Pick<Clock, 'now'>;
}

export interface TypedWords {
  itemId: string;
  field: 'note' | 'alt';
  text: string;
  over: TypedOver;
  /** The tab whose card they were typed in; undefined if that was one of our pages. */
  tabId: number | undefined;
}

/**
 * Stores what was typed in a clip's card, merged with what is stored by now. If it can't be
 * written, it is kept until the browser closes, and the popup offers it (`saved: false`); fails if
 * it can't be kept either.
 */
export async function saveWords(
  { stores, unsavedClips, clock }: Deps,
  { itemId, field, text, over, tabId = 0 }: TypedWords,
): Promise<Result<{ saved: boolean }, Failure>> {
  const { editId, fieldId, turn } = over;
  let base = over.base;
  const edited = await attempt(async () => {
    base = await baseOf(stores.changes, over);
    const origin = { id: editId, client: fieldId };
    const result = await editItem(
      stores,
      itemId,
      { [field]: text },
      { origin, base: { [field]: base } },
    );
    if (!result.ok) throw result.error;
  });
  if (edited.ok) {
    await unsavedClips.discard(fieldId, turn);
    return ok({ saved: true });
  }
  const { code } = edited.error;
  noteProblem('words.save', edited.error);
  const kept = { id: fieldId, tabId, code, at: clock.now(), title: '', markdown: text, turn };
  // If the clip is gone for good, the words can be copied but stored nowhere.
  const isGone = code === 'clip-gone';
  if (isGone && text.trim() === '') return fail(edited.error);
  const words = isGone ? {} : { words: { itemId, field, base, editId } };
  return (await unsavedClips.keep({ ...kept, ...words }))
    ? ok({ saved: false })
    : fail(edited.error);
}

/** Returns the newest of the texts it was typed over that was written. */
async function baseOf(changes: ChangeStore, { base, sent }: TypedOver): Promise<string> {
  for (const { editId, text } of sent.toReversed()) if (await changes.has(editId)) return text;
  return base;
}

/** Stores words that were kept; undefined if nothing kept has this id. */
export async function saveKeptWords(
  { stores, unsavedClips }: Deps,
  id: string,
): Promise<Result<{ itemId: string; outcome: 'words' }, Failure> | undefined> {
  const kept = await unsavedClips.get(id);
  if (kept?.words === undefined) return undefined;
  const { itemId, field, base, editId } = kept.words;
  const edited = await editItem(
    stores,
    itemId,
    { [field]: kept.markdown },
    { origin: { id: editId, client: id }, base: { [field]: base } },
  );
  if (!edited.ok) return edited;
  // Words typed meanwhile are saved separately.
  await unsavedClips.discard(id, kept.turn);
  return ok({ itemId, outcome: 'words' });
}
