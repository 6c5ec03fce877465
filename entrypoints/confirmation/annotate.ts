import { limits } from '../../lib/core/base/limits.ts';
import type { TypedOver } from '../../lib/core/capture/typed-over.ts';
import { newId } from './new-id.ts';

/** `kept`: it could not be written, but the background keeps it until the browser closes. */
export type SaveOutcome = 'saved' | 'kept' | 'failed';

const retryMs = 2_000;

/** A longer message would take longer than it is worth, UTF-16 code units. */
const maxSentLength = 400_000;

interface Sent {
  editId: string;
  text: string;
}

/**
 * Sends the words with every letter, at once, because the tab may close before an answer comes.
 * Each message says what it was based on, so none undoes another. What could not be saved is
 * retried until it is.
 */
export class WordSaver {
  readonly #fieldId = newId();
  /** The text of the field that is stored, as far as we know. */
  #base: string;
  /** Sent after that; there is no answer yet, or none that says whether it is stored. */
  #sent: Sent[] = [];
  /** Typed, but not sent because too much is pending. */
  #held: string | undefined;
  #latest: Sent | undefined;
  #running = 0;
  #turn = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  readonly #save: (words: string, over: TypedOver) => Promise<SaveOutcome>;
  readonly #told: (outcome: SaveOutcome) => void;

  constructor(
    base: string,
    save: (words: string, over: TypedOver) => Promise<SaveOutcome>,
    told: (outcome: SaveOutcome) => void,
  ) {
    this.#base = base;
    this.#save = save;
    this.#told = told;
  }

  /** True while some words are not saved. */
  get pending(): boolean {
    return this.#latest !== undefined;
  }

  write(words: string): void {
    clearTimeout(this.#retry);
    if (this.#running > 0 && !this.#hasRoom(words)) {
      this.#held = words;
      return;
    }
    this.#held = undefined;
    void this.#send(words);
  }

  stop(): void {
    clearTimeout(this.#retry);
  }

  #hasRoom(words: string): boolean {
    const length = this.#sent.reduce((sum, { text }) => sum + text.length, words.length);
    return this.#sent.length < limits.sentTexts && length <= maxSentLength;
  }

  async #send(text: string): Promise<void> {
    const sent = { editId: newId(), text };
    // Failed messages make room for what is typed now; the newest ones matter most.
    while (this.#running === 0 && this.#sent.length > 0 && !this.#hasRoom(text)) this.#sent.shift();
    const { editId } = sent;
    const over = {
      ...{ editId, fieldId: this.#fieldId, turn: this.#turn++ },
      ...{ base: this.#base, sent: [...this.#sent] },
    };
    this.#sent.push(sent);
    this.#latest = sent;
    this.#running++;
    const outcome = await this.#save(text, over);
    this.#running--;
    this.#settle(sent, outcome);
  }

  #settle(sent: Sent, outcome: SaveOutcome): void {
    const at = this.#sent.indexOf(sent);
    if (outcome === 'saved' && at >= 0) {
      this.#base = sent.text;
      this.#sent.splice(0, at + 1);
    }
    if (this.#held !== undefined) {
      this.write(this.#held);
      return;
    }
    // A message that was typed later is on its way.
    if (sent !== this.#latest) return;
    if (outcome === 'saved') this.#latest = undefined;
    else this.#retry = setTimeout(() => this.write(sent.text), retryMs);
    this.#told(outcome);
  }
}
