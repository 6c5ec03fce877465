import { useEffect, useRef } from 'preact/hooks';
import { takesText } from '../clips/list-keys.ts';

interface DeskKeys {
  onTray(): void;
  onPreview(): void;
  onSave(): void;
  onCopy(): void;
  onFind(): void;
}

/** Keys of the desk wherever the focus is; single letters not where they would be typed. */
export function useDeskKeys(keys: DeskKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.altKey) return;
      const { onTray, onPreview, onSave, onCopy, onFind } = latest.current;
      const key = event.key.toLowerCase();
      const isCommand = event.ctrlKey || event.metaKey;
      const isLetter = !isCommand && !event.shiftKey && !takesText(event.target);
      const act =
        isCommand && !event.shiftKey && key === 's'
          ? onSave
          : isCommand && event.shiftKey && key === 'c'
            ? onCopy
            : isCommand && !event.shiftKey && key === 'f'
              ? onFind
              : isLetter && key === 't'
                ? onTray
                : isLetter && key === 'p'
                  ? onPreview
                  : undefined;
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
