import { useEffect } from 'preact/hooks';
import { takesText } from '../clips/list-keys.ts';

/** Ctrl/Cmd+Z outside of text fields, which have an undo of their own. */
export function useUndoKey(run: (() => void) | undefined): void {
  useEffect(() => {
    if (!run) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const plain = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
      if (!plain || event.key.toLowerCase() !== 'z' || takesText(event.target)) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [run]);
}
