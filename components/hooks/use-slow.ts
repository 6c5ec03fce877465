import { useEffect, useState } from 'preact/hooks';

const patienceMs = 3_000;
/** Reading all items of a long post takes a while where the machine is busy. */
export const readingMs = 10_000;

/** True once `waiting` has lasted so long (three seconds): then the reader is told why nothing shows. */
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
