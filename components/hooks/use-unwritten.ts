import { useEffect, useState } from 'preact/hooks';
import { loadOpened } from '../../lib/app/opened-composer.ts';
import { whenLoaded } from '../../lib/core/base/load-code.ts';
import type { WrapUp } from '../../lib/core/post/wrap-up.ts';

const none: readonly string[] = [];

/**
 * Keys of the fields that were changed in an opened post's details, but can't be written into its
 * file.
 */
export function useUnwritten(wrapUp: WrapUp | undefined): readonly string[] {
  const [keys, setKeys] = useState(none);
  useEffect(() => {
    if (!wrapUp?.opened) return setKeys(none);
    const { opened } = wrapUp;
    let outdated = false;
    void whenLoaded(loadOpened(), ({ unwrittenDetails }) => {
      if (!outdated) setKeys(unwrittenDetails({ ...wrapUp, opened }));
    });
    return () => {
      outdated = true;
    };
  }, [wrapUp]);
  return keys;
}
