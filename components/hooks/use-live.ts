import { useEffect, useState } from 'preact/hooks';
import type { StoreError } from '../../lib/store/store-error.ts';
import { pending } from './edges.ts';

/** Starts a watch of `lib/store/watch.ts`; undefined: there is nothing to watch. */
type Watch<T> =
  | ((callback: (value: T) => void, onFailure: (error: StoreError) => void) => () => void)
  | undefined;

export interface Live<T> {
  /** Undefined until the first answer. */
  value: T | undefined;
  failed: StoreError | undefined;
}

/** The value of a watch; a new `key` starts another. */
export function useLive<T>(key: string, watch: Watch<T>): Live<T> {
  const [live, setLive] = useState<Live<T> & { key: string }>();
  // Not all that is used is watched: `key` says which watch it is
  useEffect(
    () =>
      watch?.(
        (value) => setLive({ key, value, failed: undefined }),
        (failed) => setLive({ key, value: undefined, failed }),
      ),
    [key],
  );
  return live?.key === key ? live : { value: undefined, failed: undefined };
}

/** Renders again when something was typed that the live lists do not show yet. */
export function usePendingVersion(): number {
  const [version, setVersion] = useState(0);
  useEffect(() => pending.listen(() => setVersion((before) => before + 1)), []);
  return version;
}
