import { describe, expect, it } from 'vitest';
import { postCommand } from '../../../components/desk/post-keys.ts';

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
