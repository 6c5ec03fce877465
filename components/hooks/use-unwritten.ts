import { useEffect, useState } from 'preact/hooks';
import type { WrapUp } from '../../lib/core/post/wrap-up.ts';

const none: readonly string[] = [];

/** Keys of the fields that were changed in an opened post's details, but cannot be written into its file. */
export function useUnwritten(wrapUp: WrapUp | undefined): readonly string[] {
  const [keys, setKeys] = useState(none);
  useEffect(() => {
    if (!wrapUp?.opened) return setKeys(none);
    const { opened } = wrapUp;
    let outdated = false;
    void import('../../lib/posts/compose-opened.ts').then(({ unwrittenDetails }) => {
      if (!outdated) setKeys(unwrittenDetails({ ...wrapUp, opened }));
    });
    return () => {
      outdated = true;
    };
  }, [wrapUp]);
  return keys;
}
