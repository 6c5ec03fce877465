import * as v from 'valibot';
import { type TalkNote, TalkNoteSchema } from '../core/post/talk-note.ts';
import type { JournalStorage } from './journal.ts';

const draftKey = 'wrapup:talk:draft';
const outPrefix = 'wrapup:talk:out:';

/**
 * Notes of a talk that the database does not have yet: the one that is being typed, and those that
 * were sent and not acknowledged. Written before the input event's handler returns (ADR 13).
 */
export class TalkJournal {
  readonly #storage: JournalStorage;

  constructor(storage: JournalStorage) {
    this.#storage = storage;
  }

  draft(): TalkNote | undefined {
    return this.#read(draftKey);
  }

  keepDraft(note: TalkNote | undefined): void {
    if (note) this.#write(draftKey, note);
    else this.#storage.removeItem(draftKey);
  }

  /** The draft is to be stored; until `forget` it is among `waiting`. */
  send(note: TalkNote): void {
    this.#write(outPrefix + note.id, note);
    this.#storage.removeItem(draftKey);
  }

  forget(id: string): void {
    this.#storage.removeItem(outPrefix + id);
  }

  /** What was sent and is not stored yet, the oldest first. */
  waiting(): TalkNote[] {
    return Array.from({ length: this.#storage.length }, (_, at) => this.#storage.key(at))
      .filter((key) => key?.startsWith(outPrefix))
      .map((key) => this.#read(key as string))
      .filter((note) => note !== undefined)
      .sort((a, b) => (a.takenAt < b.takenAt ? -1 : 1));
  }

  /** True if a change of the storage, told by another page of ours, is one of the draft. */
  static isDraft(key: string | null): boolean {
    return key === draftKey;
  }

  #write(key: string, note: TalkNote): void {
    try {
      this.#storage.setItem(key, JSON.stringify(note));
    } catch {
      // Beyond 5 MB: what is typed is still in the field, and what was sent is being written.
    }
  }

  #read(key: string): TalkNote | undefined {
    try {
      const parsed = v.safeParse(TalkNoteSchema, JSON.parse(this.#storage.getItem(key) ?? 'null'));
      return parsed.success ? parsed.output : undefined;
    } catch {
      // No JSON, so none of ours.
      return undefined;
    }
  }
}
