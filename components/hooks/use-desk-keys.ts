import { useEffect, useRef } from 'preact/hooks';
import { takesText } from '../clips/list-keys.ts';
import { type DeskAction, deskCommand } from '../desk/commands.ts';

/** Handles the desk's keys that work wherever the focus is, from the table of its commands. */
export function useDeskKeys(act: (action: DeskAction) => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const action = deskCommand(event, takesText(event.target));
      if (action === undefined) return;
      event.preventDefault();
      latest.current(action);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
