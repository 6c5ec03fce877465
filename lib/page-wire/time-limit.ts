/** The page did not answer in time: it is stuck, or the request takes too long there. */
export class PageSilentError extends Error {
  override readonly name = 'PageSilentError';

  constructor() {
    super('The page did not answer in time');
  }
}

/** Returns the current time in ms for the limits, from a clock that nobody can set. */
export const now = (): number => performance.now();

/**
 * Settles like `answer`, or rejects with `PageSilentError` at `until`. A task that is still running
 * continues, but its result is ignored.
 * @param until ms, as returned by `now`
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
