import { now, PageSilentError, untilTime } from './time-limit.ts';

interface Queue {
  last: Promise<unknown>;
  length: number;
  /** When a task last ended that the page answered, ms as returned by `now`. */
  answeredAt: number;
}

/**
 * Creates a queue for each key, in which one task runs at a time; other keys' tasks run in
 * parallel. A task has `limitMs` from its request, or from when the page last answered the previous
 * task. So a stuck page never costs more than that, however many requests wait, and a page that
 * answers is never abandoned because its queue is long. Rejects with `PageSilentError` if the time
 * is over; the next task starts.
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
