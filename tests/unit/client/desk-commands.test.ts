import { describe, expect, it } from 'vitest';
import {
  deskCommand,
  deskCommands,
  eventOf,
  keysOf,
  postCommand,
  postCommands,
} from '../../../components/desk/commands.ts';

const key = (pressed: string, held: Partial<KeyboardEvent> = {}) =>
  postCommand({
    ...{ key: pressed, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false },
    ...held,
  });

describe('keys while one moves among the blocks of the post', () => {
  it.each([
    ['j', { do: 'focus', by: 1 }],
    ['ArrowDown', { do: 'focus', by: 1 }],
    ['k', { do: 'focus', by: -1 }],
    ['o', { do: 'note', where: 'below' }],
    ['O', { do: 'note', where: 'above' }],
    ['b', { do: 'form' }],
    ['h', { do: 'hide' }],
    ['c', { do: 'attribution' }],
    ['x', { do: 'mark' }],
    ['m', { do: 'move-to' }],
    ['g', { do: 'source' }],
    ['Delete', { do: 'delete' }],
  ])('%s', (pressed, command) => {
    expect(key(pressed)).toEqual(command);
  });

  it('extend and move with the keys held that say so', () => {
    expect(key('J', { shiftKey: true })).toEqual({ do: 'extend', by: 1 });
    expect(key('ArrowUp', { shiftKey: true })).toEqual({ do: 'extend', by: -1 });
    expect(key('ArrowUp', { altKey: true })).toEqual({ do: 'move', by: -1 });
    expect(key('ArrowDown', { altKey: true, shiftKey: true })).toEqual({
      do: 'move-section',
      by: 1,
    });
  });

  it('leave to the desk what folds its columns, and to the browser what is its own', () => {
    for (const pressed of ['t', 'p']) expect(key(pressed)).toBeUndefined();
    for (const pressed of ['b', 'h', 'j']) {
      expect(key(pressed, { ctrlKey: true })).toBeUndefined();
      expect(key(pressed, { metaKey: true })).toBeUndefined();
      expect(key(pressed, { altKey: true })).toBeUndefined();
    }
    expect(key('c', { ctrlKey: true })).toEqual({ do: 'copy' });
  });
});

describe('the table of the desk’s commands', () => {
  const pressed = (keys: string) =>
    ({
      ...{ key: '', altKey: false, ctrlKey: false, metaKey: false, shiftKey: false },
      ...eventOf(keys),
    }) as KeyboardEvent;
  const all = [...deskCommands, ...postCommands];

  it('gives each key to one command, and that command to the key', () => {
    const keys = all.flatMap((command) => command.keys);
    expect(new Set(keys).size).toBe(keys.length);
    for (const each of keys) expect(keysOf(pressed(each))).toBe(each);
    for (const { keys: ways, action } of deskCommands)
      for (const way of ways) expect(deskCommand(pressed(way), false)).toBe(action);
    for (const { keys: ways, does } of postCommands)
      for (const way of ways) expect(postCommand(pressed(way))).toBe(does);
  });

  it('leaves signs, undo and redo to the text that is typed in', () => {
    for (const way of ['t', 'p', '?', 'Mod+z', 'Mod+Shift+z'])
      expect(deskCommand(pressed(way), true)).toBeUndefined();
    for (const way of ['Mod+f', 'Mod+p', 'Mod+s', 'Mod+Shift+c'])
      expect(deskCommand(pressed(way), true)).toBeDefined();
  });
});
