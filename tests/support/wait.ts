/** It says nothing about the product's speed; it is as long as a busy machine may take. */
export const patienceMs = 40_000;

/**
 * Retries until the answer is not null, undefined or false; fails with `what` after `timeoutMs`.
 */
export async function waitFor<T>(
  what: string,
  ask: () => Promise<T | null | undefined | false>,
  timeoutMs = patienceMs,
): Promise<T> {
  const end = Date.now() + timeoutMs;
  let last: unknown;
  while (Date.now() < end) {
    try {
      const answer = await ask();
      if (answer !== null && answer !== undefined && answer !== false) return answer;
      last = answer;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  throw new Error(
    `Waited in vain for: ${what} (last: ${last instanceof Error ? last.message : last})`,
  );
}
