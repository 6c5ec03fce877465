import { useEffect, useState } from 'preact/hooks';
import type { SaveState } from '../../lib/client/record-writer.ts';
import { writer } from '../../lib/client/services.ts';

/** A shorter save needs no message. */
const quietMs = 150;

/** What the footer says; a write that takes less than 150 ms never shows as being written. */
export function useSaveState(): SaveState {
  const [state, setState] = useState(writer.state);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = (next: SaveState) => {
      clearTimeout(timer);
      if (next.state === 'saving') timer = setTimeout(() => setState(next), quietMs);
      else setState(next);
    };
    show(writer.state);
    const stop = writer.listen(show);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, []);
  return state;
}
