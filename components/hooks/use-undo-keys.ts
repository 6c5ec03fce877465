import { useEffect, useRef } from 'preact/hooks';
import { holdsMod, isMac } from '../../lib/client/keys.ts';
import { takesText } from '../clips/list-keys.ts';

interface History {
  undo(): void;
  redo(): void;
}

/**
 * Handles Ctrl/Cmd+Z and Ctrl/Cmd+Shift+Z (or Ctrl+Y; Cmd+Y is the browser's history) outside text
 * fields, which have their own undo.
 */
export function useUndoKeys(history: History): void {
  const latest = useRef(history);
  latest.current = history;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!holdsMod(event) || event.altKey || takesText(event.target)) return;
      const key = event.key.toLowerCase();
      const isRedo = (key === 'z' && event.shiftKey) || (key === 'y' && !isMac());
      if (!isRedo && (key !== 'z' || event.shiftKey)) return;
      event.preventDefault();
      if (isRedo) latest.current.redo();
      else latest.current.undo();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
