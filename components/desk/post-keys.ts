import { type ListCommand, listCommand } from '../clips/list-keys.ts';

/** What a key does to a block of the post, beside what it does in any list. */
export type BlockCommand =
  | { do: 'note'; where: 'above' | 'below' }
  | { do: 'form' }
  | { do: 'hide' }
  | { do: 'attribution' }
  | { do: 'mark' }
  | { do: 'move-to' }
  | { do: 'source' };

type Keys = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

const letters: Readonly<Record<string, ListCommand | BlockCommand>> = {
  j: { do: 'focus', by: 1 },
  k: { do: 'focus', by: -1 },
  J: { do: 'extend', by: 1 },
  K: { do: 'extend', by: -1 },
  o: { do: 'note', where: 'below' },
  O: { do: 'note', where: 'above' },
  b: { do: 'form' },
  h: { do: 'hide' },
  c: { do: 'attribution' },
  x: { do: 'mark' },
  m: { do: 'move-to' },
  g: { do: 'source' },
};

/** Letters of the list that mean something else at the desk, wherever the focus is. */
const ofTheDesk: ReadonlySet<string> = new Set(['t', 'p']);

/** The keyboard map of the post while one moves among its blocks; undefined where the key is not ours. */
export function postCommand(event: Keys): ListCommand | BlockCommand | undefined {
  const { key, altKey, ctrlKey, metaKey } = event;
  if (!altKey && !ctrlKey && !metaKey) {
    if (Object.hasOwn(letters, key)) return letters[key];
    if (ofTheDesk.has(key)) return undefined;
  }
  return listCommand(event);
}
