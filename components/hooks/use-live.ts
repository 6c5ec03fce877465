import { useEffect, useState } from 'preact/hooks';
import { pending } from '../../lib/client/services.ts';
import { isLasting, type StoreError } from '../../lib/store/store-error.ts';

/** Starts a watch of `lib/store/watch.ts`; undefined: there is nothing to watch. */
type Watch<T> =
  | ((callback: (value: T) => void, onFailure: (error: StoreError) => void) => () => void)
  | undefined;

export interface Live<T> {
  /** Undefined until the first answer. */
  value: T | undefined;
  failed: StoreError | undefined;
}

/** How long after a failed watch another one starts. */
const againMs = 2_000;

/**
 * The value of a watch; a new `key` starts another. A value that was shown stays while the database
 * can't be read for a moment: Chromium (156) closes one that it can't write.
 */
export function useLive<T>(key: string, watch: Watch<T>): Live<T> {
  const [live, setLive] = useState<Live<T> & { key: string }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` identifies the watch; the function is new each time
  useEffect(() => {
    let isShown = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stop: (() => void) | undefined;
    const start = () => {
      stop = watch?.(
        (value) => {
          isShown = true;
          setLive({ key, value, failed: undefined });
        },
        (failed) => {
          if (!isShown || isLasting(failed)) setLive({ key, value: undefined, failed });
          if (isShown ? !isLasting(failed) : failed.code === 'storage-full')
            timer = setTimeout(restart, againMs);
        },
      );
    };
    const restart = () => {
      stop?.();
      start();
    };
    start();
    return () => {
      clearTimeout(timer);
      stop?.();
    };
  }, [key]);
  return live?.key === key ? live : { value: undefined, failed: undefined };
}

/** Renders again when something was typed that the live lists do not show yet. */
export function usePendingVersion(): number {
  const [version, setVersion] = useState(0);
  useEffect(() => pending.listen(() => setVersion((before) => before + 1)), []);
  return version;
}
