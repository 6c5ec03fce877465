import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

/** Keys as the browser has them, by the commands' names; '' where none is set. */
export type Shortcuts = Readonly<Record<string, string>>;

/** Undefined until they are known. */
export function useShortcuts(): Shortcuts | undefined {
  const [shortcuts, setShortcuts] = useState<Shortcuts>();
  useEffect(() => {
    void browser.commands
      .getAll()
      .then((commands) =>
        Object.fromEntries(commands.map(({ name = '', shortcut = '' }) => [name, shortcut])),
      )
      .catch(() => ({}))
      .then(setShortcuts);
  }, []);
  return shortcuts;
}

/** The key that clips, as the browser has it; '' where none is set, undefined until it is known. */
export function useShortcut(): string | undefined {
  const shortcuts = useShortcuts();
  return shortcuts && (shortcuts['clip-here'] ?? '');
}
