import { ownScript } from '../browser/trusted-types.ts';
import type { Finding } from '../checks/run-checks.ts';
import { tellMissing } from '../core/base/load-code.ts';
import { noteProblem } from '../core/base/problem.ts';
import type { CheckMessage } from './check-worker.ts';
import workerAddress from './check-worker.ts?worker&url';

export type { Finding } from '../checks/run-checks.ts';

type Draft = Extract<CheckMessage, { kind: 'draft' }>;

/** Runs the checks of drafts in a worker of its own: one after the other, and of those that wait only the last. */
export class Checker {
  #worker: Worker;
  /** What is being checked. */
  #now: Draft | undefined;
  #next: Draft | undefined;

  /** @param onFindings told what the checks found, and in which text */
  constructor(onFindings: (checked: { text: string; findings: readonly Finding[] }) => void) {
    this.#worker = new Worker(ownScript(workerAddress), { type: 'module' });
    this.#worker.onmessage = ({ data }: MessageEvent<readonly Finding[]>) => {
      const { text = '' } = this.#now ?? {};
      this.#now = undefined;
      onFindings({ text, findings: data });
      this.#send();
    };
    this.#worker.onerror = ({ message }: Partial<ErrorEvent>) => {
      // Without a message, its own code did not load: it will answer nothing.
      if (!message) return tellMissing('checks', message);
      this.#now = undefined;
      noteProblem('checks', message);
      this.#send();
    };
  }

  /** The posts before this one, with what they link to. */
  setEarlier(posts: Extract<CheckMessage, { kind: 'earlier' }>['posts']): void {
    this.#worker.postMessage({ kind: 'earlier', posts } satisfies CheckMessage);
  }

  check(draft: Omit<Draft, 'kind'>): void {
    this.#next = { kind: 'draft', ...draft };
    this.#send();
  }

  end(): void {
    this.#worker.terminate();
  }

  #send(): void {
    if (this.#now !== undefined || this.#next === undefined) return;
    this.#now = this.#next;
    this.#next = undefined;
    this.#worker.postMessage(this.#now satisfies CheckMessage);
  }
}
