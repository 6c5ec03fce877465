import { editItem } from '../app/edit-item.ts';
import { editProfile } from '../app/edit-profile.ts';
import { editWrapUp } from '../app/edit-wrap-up.ts';
import type { WrittenItems } from '../app/edited.ts';
import { replaceInItems } from '../app/replace-in-items.ts';
import { unsavedClips } from '../browser/unsaved-clips.ts';
import type { Failure } from '../core/base/errors.ts';
import { noteProblem } from '../core/base/problem.ts';
import type { Result } from '../core/base/result.ts';
import type { ChangeKind, Clash, RecordKind, StepOutcome } from '../core/post/change.ts';
import type { EditsOf } from '../core/post/edits.ts';
import { createStores } from '../store/stores.ts';
import { idle } from './idle.ts';
import { Journal } from './journal.ts';
import { loadCopies } from './loaded-later.ts';
import { openLibrary } from './open-library.ts';
import { holdPageLock, openPages } from './open-pages.ts';
import { graceMs, PendingChanges } from './pending-changes.ts';
import { type Changes, RecordWriter, type Saved, type SaveRecord } from './record-writer.ts';

const library = openLibrary('page', loadCopies);
export const { database, sentinel, copies, following } = library;
addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') void following.flush();
});
const stores = createStores(database);

/** The services of the use cases, as this page provides them. */
export const deps = {
  ...stores,
  clock: {
    now: () => new Date().toISOString(),
    offsetMinutes: (instant: string) => -new Date(instant).getTimezoneOffset(),
  },
};

/** This page's id in the journal and the history. */
const client = crypto.randomUUID();
holdPageLock(client);

const save: SaveRecord = (record, id, { changes, base, kind }, origin) => {
  const options = { origin, base, ...(kind === undefined ? {} : { kind }) };
  switch (record) {
    // `edit` allowed only these fields, and what the journal kept for an earlier page went through
    // it, too.
    case 'item':
      return editItem(deps, id, changes as EditsOf['item'], options);
    case 'wrapUp':
      return editWrapUp(deps, id, changes as EditsOf['wrapUp'], options);
    case 'profile':
      return editProfile(deps, id, changes as EditsOf['profile'], options);
  }
};

export const writer = new RecordWriter({
  save,
  journal: new Journal(localStorage),
  nowMs: Date.now,
  client,
  newId: () => crypto.randomUUID(),
  keepWords: (markdown, { code }) =>
    unsavedClips.keep({
      ...{ id: crypto.randomUUID(), tabId: 0, code, at: deps.clock.now(), title: '' },
      markdown,
    }),
});
export const pending = new PendingChanges();

/** `T`, if it has no other fields than these: a variable may hold more than its type requires. */
type Only<T, Fields> = T & Record<Exclude<keyof T, Fields>, never>;

/**
 * Takes a keystroke: shows, journals and writes it at once.
 * @param shown the record as the page shows it, which the edit is based on
 * @returns what is stored then; undefined if it could not be written
 */
export async function edit<Kind extends RecordKind, Changed extends EditsOf[Kind]>(
  record: Kind,
  id: string,
  shown: EditsOf[Kind],
  changes: Only<Changed, keyof EditsOf[Kind]>,
  kind?: ChangeKind,
): Promise<Saved | undefined> {
  const typed: Changes = { ...changes };
  const under: Changes = { ...shown };
  const base = Object.fromEntries(Object.keys(typed).map((field) => [field, under[field]]));
  pending.add(id, typed);
  const saved = await writer.write(record, id, { changes: typed, base, kind });
  const now = Date.now();
  if (saved) pending.saved(id, typed, saved.record, now);
  clearTimeout(forgetting);
  forgetting = setTimeout(forgetOld, graceMs + 100);
  if (saved && saved.clashes.length > 0) for (const listener of clashing) listener(saved.clashes);
  return saved;
}

/**
 * Replaces the texts of several items as one step: shown at once, then written.
 * @param replacements with each text as the page showed it
 */
export async function rewrite(
  replacements: Parameters<typeof replaceInItems>[1],
): Promise<Result<WrittenItems, Failure>> {
  for (const { id, changes } of replacements) pending.add(id, { ...changes });
  const written = await replaceInItems(deps, replacements);
  const now = Date.now();
  for (const { id, changes } of replacements) {
    const stored = written.ok && written.value.items.find((item) => item.id === id);
    if (stored) pending.saved(id, { ...changes }, stored, now);
    else for (const field of Object.keys(changes)) pending.drop(id, field);
  }
  pending.changed();
  return written;
}

let forgetting: ReturnType<typeof setTimeout> | undefined;

/** Anything that still overrides a list by now is dropped, and the stored value shows. */
function forgetOld(): void {
  pending.forgetOld(Date.now());
  pending.changed();
}

const clashing = new Set<(clashes: readonly Clash[]) => void>();

/** Calls back with fields that another window changed at the same time as this page. */
export function listenToClashes(listener: (clashes: readonly Clash[]) => void): () => void {
  clashing.add(listener);
  return () => clashing.delete(listener);
}

/** Shows what is stored after a step was undone or redone, whatever was typed before. */
function showStored(outcome: StepOutcome): StepOutcome {
  if (outcome.outcome === 'done') {
    for (const { id, field } of outcome.change.fields) pending.drop(id, field);
    pending.changed();
  }
  return outcome;
}

/** Undoes one step, whatever was done since. */
export const undoStep = async (changeId: string | undefined): Promise<StepOutcome> =>
  changeId === undefined
    ? { outcome: 'nothing' }
    : showStored(await stores.changes.undoOne(changeId));

/** Undoes the newest step of a history, or redoes the one that was undone last. */
export const stepBack = async (history: string): Promise<StepOutcome> =>
  showStored(await stores.changes.undo(history));
export const stepForward = async (history: string): Promise<StepOutcome> =>
  showStored(await stores.changes.redo(history));

const idleWithinMs = 5_000;

/**
 * Writes what a page that closed in the middle of a word could not. Never rejects: if it fails, the
 * next page retries.
 */
export async function replayJournal(): Promise<void> {
  try {
    const open = await openPages();
    await writer.replay(
      (changeId) => stores.changes.has(changeId),
      (typedBy) => typedBy === client || open.has(typedBy),
    );
    // This reads all histories, so it waits until the page is idle.
    await idle(idleWithinMs);
    await stores.changes.prune();
  } catch (thrown) {
    noteProblem('journal.replay', thrown);
  }
}
