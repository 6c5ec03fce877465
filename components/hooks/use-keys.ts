import { useEffect, useRef } from 'preact/hooks';
import { takesText } from '../clips/list-keys.ts';

interface PageKeys {
  onSlash(): void;
  /** Returns whether something was open, and is closed now. */
  onEscape(): boolean;
}

/** Keys that work wherever the focus is, except `/` where it would be typed. */
export function useKeys(keys: PageKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
      if (event.key === '/' && plain && !takesText(event.target)) {
        event.preventDefault();
        latest.current.onSlash();
      } else if (event.key === 'Escape' && !event.isComposing && latest.current.onEscape()) {
        // Otherwise the browser closes the popup.
        event.preventDefault();
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
