import { holdsMod, isMac } from '../../lib/client/keys.ts';

/** What a key does while a row of the list has the focus. */
export type ListCommand =
  | { do: 'focus'; by: number }
  | { do: 'focus-end'; end: 'first' | 'last' }
  | { do: 'extend'; by: -1 | 1 }
  | { do: 'select-all' }
  | { do: 'clear' }
  | { do: 'move'; by: -1 | 1 }
  | { do: 'move-section'; by: -1 | 1 }
  | { do: 'move-end'; end: 'first' | 'last' }
  | { do: 'insert' }
  | { do: 'land' }
  | { do: 'take-out' }
  | { do: 'delete' }
  | { do: 'copy' };

type Keys = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/** How many rows a Page key skips. */
const pageRows = 8;

/** The keyboard map of the list; undefined leaves the key to the browser. */
export function listCommand(event: Keys): ListCommand | undefined {
  const { altKey, ctrlKey, metaKey, shiftKey } = event;
  if (altKey) return ctrlKey || metaKey ? undefined : moving(event);
  if (ctrlKey || metaKey)
    return shiftKey || !holdsMod(event) ? undefined : withMod(event.key.toLowerCase());
  return shiftKey ? withShift(event.key) : plain(event.key);
}

function moving({ key, shiftKey }: Keys): ListCommand | undefined {
  const by = key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : undefined;
  if (by !== undefined) return { do: shiftKey ? 'move-section' : 'move', by };
  if (shiftKey) return undefined;
  if (key === 'Home') return { do: 'move-end', end: 'first' };
  return key === 'End' ? { do: 'move-end', end: 'last' } : undefined;
}

function withMod(key: string): ListCommand | undefined {
  if (key === 'c') return { do: 'copy' };
  return key === 'a' ? { do: 'select-all' } : undefined;
}

function withShift(key: string): ListCommand | undefined {
  if (key === 'ArrowUp') return { do: 'extend', by: -1 };
  return key === 'ArrowDown' ? { do: 'extend', by: 1 } : undefined;
}

function plain(key: string): ListCommand | undefined {
  switch (key) {
    case 'ArrowUp':
      return { do: 'focus', by: -1 };
    case 'ArrowDown':
      return { do: 'focus', by: 1 };
    case 'PageUp':
      return { do: 'focus', by: -pageRows };
    case 'PageDown':
      return { do: 'focus', by: pageRows };
    case 'Home':
      return { do: 'focus-end', end: 'first' };
    case 'End':
      return { do: 'focus-end', end: 'last' };
    case 'Escape':
      return { do: 'clear' };
    case 'i':
      return { do: 'insert' };
    case 'l':
      return { do: 'land' };
    case 't':
      return { do: 'take-out' };
    case 'Backspace':
      // Mac keyboards have no other key for it.
      return isMac() ? { do: 'delete' } : undefined;
    case 'Delete':
      return { do: 'delete' };
    default:
      return undefined;
  }
}

/** True if keys type text here, so the list must leave them alone. */
export function takesText(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select') !== null;
}
