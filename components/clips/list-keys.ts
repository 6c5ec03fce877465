/** What a key does while a row of the list has the focus. */
export type ListCommand =
  | { do: 'focus'; by: number }
  | { do: 'focus-end'; end: 'first' | 'last' }
  | { do: 'move'; by: -1 | 1 }
  | { do: 'insert' }
  | { do: 'land' }
  | { do: 'delete' }
  | { do: 'copy' };

type Keys = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/** Rows that a Page key goes over. */
const pageRows = 8;

/** The keyboard map of `ui/README`: undefined where the browser should do what it does. */
export function listCommand(event: Keys): ListCommand | undefined {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
  if (shiftKey) return undefined;
  if (altKey && !ctrlKey && !metaKey) {
    if (key === 'ArrowUp') return { do: 'move', by: -1 };
    if (key === 'ArrowDown') return { do: 'move', by: 1 };
    return undefined;
  }
  if (ctrlKey || metaKey) return key.toLowerCase() === 'c' ? { do: 'copy' } : undefined;
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
    case 'i':
      return { do: 'insert' };
    case 'l':
      return { do: 'land' };
    case 'Delete':
      return { do: 'delete' };
    default:
      return undefined;
  }
}

/** True where keys write text, so that the list must leave them alone. */
export function takesText(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select') !== null;
}
