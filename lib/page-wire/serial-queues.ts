import { now, PageSilentError, untilTime } from './time-limit.ts';

interface Queue {
  last: Promise<unknown>;
  length: number;
  /** When a task ended that the page answered, ms as `now` counts. */
  answeredAt: number;
}

/**
 * A queue for each key, in which one task runs at a time; other keys' tasks run beside it. A task
 * has `limitMs` from its asking on, or from when the page last answered the one before it: so a
 * page that is stuck costs nobody more than that, however many ask, and one that answers is never
 * given up for the length of its queue. Rejects with `PageSilentError` if the time is over; the
 * next task starts.
 */
export function createSerialQueues() {
  const queues = new Map<string, Queue>();
  return async <T>(
    key: string,
    limitMs: number,
    task: (until: number) => Promise<T>,
  ): Promise<T> => {
    const askedAt = now();
    const queue = queues.get(key) ?? { last: Promise.resolve(), length: 0, answeredAt: 0 };
    queues.set(key, queue);
    queue.length++;
    const run = queue.last.then(async () => {
      const until = Math.max(askedAt, queue.answeredAt) + limitMs;
      try {
        return await untilTime(task(until), until);
      } catch (thrown) {
        if (thrown instanceof PageSilentError) throw thrown;
        queue.answeredAt = now();
        throw thrown;
      }
    });
    queue.last = run.then(
      () => {
        queue.answeredAt = now();
      },
      () => undefined,
    );
    try {
      return await run;
    } finally {
      queue.length--;
      if (queue.length === 0) queues.delete(key);
    }
  };
}
