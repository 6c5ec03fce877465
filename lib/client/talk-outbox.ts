import { addTalkNote } from '../app/add-talk-note.ts';
import type { Failure } from '../core/base/errors.ts';
import type { Result } from '../core/base/result.ts';
import type { Item } from '../core/post/item.ts';
import type { TalkNote } from '../core/post/talk-note.ts';
import { deps } from './services.ts';
import { TalkJournal } from './talk-journal.ts';

export const talkJournal = new TalkJournal(localStorage);

/** Stores a note that was sent; the journal drops it once the database has it. Never rejects. */
export async function storeTalkNote(note: TalkNote): Promise<Result<Item, Failure>> {
  const added = await addTalkNote(deps, note);
  if (added.ok) talkJournal.forget(note.id);
  return added;
}

/** Stores what a page that closed right after Enter could not. */
export async function replayTalkNotes(): Promise<void> {
  for (const note of talkJournal.waiting()) await storeTalkNote(note);
}
