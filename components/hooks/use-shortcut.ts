import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

/** The key that clips, as the browser has it; '' where none is set, undefined until it is known. */
export function useShortcut(): string | undefined {
  const [shortcut, setShortcut] = useState<string>();
  useEffect(() => {
    void browser.commands
      .getAll()
      .then((commands) => commands.find(({ name }) => name === 'clip-here')?.shortcut ?? '')
      .catch(() => '')
      .then(setShortcut);
  }, []);
  return shortcut;
}
