import { ownScript } from '../browser/trusted-types.ts';
import type { CheckContext } from '../checks/check.ts';
import type { Finding } from '../checks/run-checks.ts';
import { tellMissing } from '../core/base/load-code.ts';
import { noteProblem } from '../core/base/problem.ts';
import type { CheckMessage } from './check-worker.ts';
import workerAddress from './check-worker.ts?worker&url';

export type { Finding } from '../checks/run-checks.ts';

type Draft = Extract<CheckMessage, { kind: 'draft' }> & { context: CheckContext };

/**
 * How many are copied to the worker at once, before keys and frames get a turn: copying 10,000 at
 * once takes 60 ms.
 */
const itemsAtOnce = 1_000;
const nextTurn = () => new Promise<void>((done) => setTimeout(done));

/**
 * Runs the checks of drafts in a worker, one after the other; of the waiting ones only the last.
 */
export class Checker {
  #worker: Worker;
  /** The draft that is being checked. */
  #now: Draft | undefined;
  #next: Draft | undefined;

  /** @param onFindings called with what the checks found, and in which text */
  constructor(onFindings: (checked: { text: string; findings: readonly Finding[] }) => void) {
    this.#worker = new Worker(ownScript(workerAddress), { type: 'module' });
    this.#worker.onmessage = ({ data }: MessageEvent<readonly Finding[]>) => {
      const { text = '' } = this.#now ?? {};
      this.#now = undefined;
      onFindings({ text, findings: data });
      void this.#send();
    };
    this.#worker.onerror = ({ message }: Partial<ErrorEvent>) => {
      // Without a message, the worker's own code did not load, so it will never answer.
      if (!message) return tellMissing('checks', message);
      this.#now = undefined;
      noteProblem('checks', message);
      void this.#send();
    };
  }

  /** Sets the earlier posts, with their links. */
  setEarlier(posts: Extract<CheckMessage, { kind: 'earlier' }>['posts']): void {
    this.#post({ kind: 'earlier', posts });
  }

  check(draft: Omit<Draft, 'kind'>): void {
    this.#next = { kind: 'draft', ...draft };
    void this.#send();
  }

  end(): void {
    this.#worker.terminate();
  }

  async #send(): Promise<void> {
    if (this.#now !== undefined || this.#next === undefined) return;
    const draft = this.#next;
    this.#now = draft;
    this.#next = undefined;
    const { items = [], ...context } = draft.context;
    for (let from = 0; from < items.length; from += itemsAtOnce) {
      this.#post({ kind: 'items', items: items.slice(from, from + itemsAtOnce), from });
      if (from + itemsAtOnce < items.length) await nextTurn();
      // The worker failed meanwhile, and the draft goes to another.
      if (this.#now !== draft) return;
    }
    this.#post({ ...draft, context });
  }

  #post(message: CheckMessage): void {
    this.#worker.postMessage(message);
  }
}
