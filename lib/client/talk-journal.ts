import * as v from 'valibot';
import { type TalkNote, TalkNoteSchema } from '../core/post/talk-note.ts';
import type { JournalStorage } from './journal.ts';

const draftKey = 'wrapup:talk:draft';
const outPrefix = 'wrapup:talk:out:';

/**
 * Notes of a talk that the database does not have yet: the one being typed, and those that were
 * sent but not acknowledged. They are written before the input event's handler returns (ADR 13).
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

  /** Sends the draft to be stored; until `forget` it is part of `waiting`. */
  send(note: TalkNote): void {
    this.#write(outPrefix + note.id, note);
    this.#storage.removeItem(draftKey);
  }

  forget(id: string): void {
    this.#storage.removeItem(outPrefix + id);
  }

  /** Returns what was sent and is not stored yet, the oldest first. */
  waiting(): TalkNote[] {
    return Array.from({ length: this.#storage.length }, (_, at) => this.#storage.key(at))
      .filter((key) => key?.startsWith(outPrefix))
      .map((key) => this.#read(key as string))
      .filter((note) => note !== undefined)
      .sort((a, b) => (a.takenAt < b.takenAt ? -1 : 1));
  }

  /** True if a storage change, made by another page of ours, concerns the draft. */
  static isDraft(key: string | null): boolean {
    return key === draftKey;
  }

  #write(key: string, note: TalkNote): void {
    try {
      this.#storage.setItem(key, JSON.stringify(note));
    } catch {
      // Beyond 5 MB, typed text is still in the field, and sent text is being written.
    }
  }

  #read(key: string): TalkNote | undefined {
    try {
      const parsed = v.safeParse(TalkNoteSchema, JSON.parse(this.#storage.getItem(key) ?? 'null'));
      return parsed.success ? parsed.output : undefined;
    } catch {
      // It is no JSON, so it is not ours.
      return undefined;
    }
  }
}
