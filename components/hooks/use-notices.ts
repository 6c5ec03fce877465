import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Notice, Undo } from '../../lib/client/notice.ts';

/** How long a notice without a question stays. */
const shownMs = 2_500;

/** A message about what just happened, for a moment; an error stays until the next. */
export function useNotice(): [Notice | null, (notice: Notice | null) => void] {
  const [notice, setNotice] = useState<Notice | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const show = useCallback((next: Notice | null) => {
    clearTimeout(timer.current);
    setNotice(next);
    if (next && !next.bad) timer.current = setTimeout(() => setNotice(null), shownMs);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  return [notice, show];
}

/** How to undo the last action; it stays until it is used, dismissed or replaced. */
export function useUndo() {
  const [undo, setUndo] = useState<Undo | null>(null);
  return {
    undo,
    offer: setUndo,
    run() {
      undo?.run();
      setUndo(null);
    },
    dismiss: () => setUndo(null),
  };
}
