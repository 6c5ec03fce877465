/** The page did not answer in time: it is stuck, or what it was asked takes too long there. */
export class PageSilentError extends Error {
  override readonly name = 'PageSilentError';

  constructor() {
    super('The page did not answer in time');
  }
}

/** Now, in ms, as the limits count: a clock that nobody sets. */
export const now = (): number => performance.now();

/**
 * Settles as `answer` does, or rejects with `PageSilentError` at `until`. What is still running then
 * goes on, and nobody hears of it.
 * @param until ms, as `now` counts
 */
export async function untilTime<T>(answer: Promise<T>, until: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new PageSilentError()), Math.max(0, until - now()));
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
