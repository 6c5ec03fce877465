import { useEffect, useState } from 'preact/hooks';

const patienceMs = 3_000;
/** Reading all items of a long post takes a while on a busy machine. */
export const readingMs = 10_000;

/**
 * True once `waiting` has lasted that long (three seconds by default), so the user is told why
 * nothing shows.
 */
export function useSlow(waiting: boolean, ms: number = patienceMs): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    setSlow(false);
    if (!waiting) return;
    const timer = setTimeout(() => setSlow(true), ms);
    return () => clearTimeout(timer);
  }, [waiting, ms]);
  return slow;
}
