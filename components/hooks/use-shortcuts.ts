import { useEffect, useMemo, useState } from 'preact/hooks';
import { readShortcuts, type Shortcut, type ShortcutKeys } from '../../lib/client/shortcuts.ts';

/**
 * All commands, read again whenever the page comes to the front, because the keys are changed in
 * another tab. Undefined until they are known.
 */
export function useShortcuts(): Shortcut[] | undefined {
  const [shortcuts, setShortcuts] = useState<Shortcut[]>();
  useEffect(() => {
    const read = () => {
      if (document.visibilityState === 'visible') {
        // Without them the page shows everything else.
        void readShortcuts()
          .catch(() => [])
          .then(setShortcuts);
      }
    };
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, []);
  return shortcuts;
}

/** Only the keys; undefined until they are known. */
export function useShortcutKeys(): ShortcutKeys | undefined {
  const shortcuts = useShortcuts();
  return useMemo(
    () => shortcuts && Object.fromEntries(shortcuts.map(({ name, keys }) => [name, keys])),
    [shortcuts],
  );
}
