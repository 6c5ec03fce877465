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

/** What the use cases need, as this page has it. */
export const deps = {
  ...stores,
  clock: {
    now: () => new Date().toISOString(),
    offsetMinutes: (instant: string) => -new Date(instant).getTimezoneOffset(),
  },
};

/** This page, as the journal and the history know it. */
const client = crypto.randomUUID();
holdPageLock(client);

const save: SaveRecord = (record, id, { changes, base, kind }, origin) => {
  const options = { origin, base, ...(kind === undefined ? {} : { kind }) };
  switch (record) {
    // `edit` took no others; what the journal kept of an earlier page went through it, too.
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

/** `T`, if it has no fields but these: what is in a variable may have more than its type asks for. */
type Only<T, Fields> = T & Record<Exclude<keyof T, Fields>, never>;

/**
 * Takes a keystroke: shown at once, journalled at once, written through at once.
 * @param shown the record as the page shows it: what is typed is typed over that
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
 * Puts other texts into several items as one step: shown at once, then written.
 * @param replacements with what each text was as the page shows it
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

/** Whatever is still over a list by now is shown as it is stored. */
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

/** Shows what is stored once a step was taken back or done again, whatever was typed before. */
function showStored(outcome: StepOutcome): StepOutcome {
  if (outcome.outcome === 'done') {
    for (const { id, field } of outcome.change.fields) pending.drop(id, field);
    pending.changed();
  }
  return outcome;
}

/** Takes one step back, whatever was done since. */
export const undoStep = async (changeId: string | undefined): Promise<StepOutcome> =>
  changeId === undefined
    ? { outcome: 'nothing' }
    : showStored(await stores.changes.undoOne(changeId));

/** Takes the newest step of a history back, or does the one again that was taken back last. */
export const stepBack = async (history: string): Promise<StepOutcome> =>
  showStored(await stores.changes.undo(history));
export const stepForward = async (history: string): Promise<StepOutcome> =>
  showStored(await stores.changes.redo(history));

const idleWithinMs = 5_000;

/** Writes what a page that was closed in the middle of a word could not. Never rejects: the next page does it then. */
export async function replayJournal(): Promise<void> {
  try {
    const open = await openPages();
    await writer.replay(
      (changeId) => stores.changes.has(changeId),
      (typedBy) => typedBy === client || open.has(typedBy),
    );
    // It reads all histories.
    await idle(idleWithinMs);
    await stores.changes.prune();
  } catch (thrown) {
    noteProblem('journal.replay', thrown);
  }
}
