import type { MessageKey } from '../../lib/client/i18n.ts';
import { holdsMod, isMac } from '../../lib/client/keys.ts';
import type { ListCommand } from '../clips/list-keys.ts';

/** What a key does to a block of the post, besides what it does in any list. */
export type BlockCommand =
  | { do: 'edit' }
  | { do: 'note'; where: 'above' | 'below' }
  | { do: 'form' }
  | { do: 'hide' }
  | { do: 'attribution' }
  | { do: 'mark' }
  | { do: 'move-to' }
  | { do: 'source' }
  | { do: 'clip-again' };

/** An action of the desk, wherever the focus is. */
export type DeskAction =
  | 'palette'
  | 'keys'
  | 'find'
  | 'undo'
  | 'redo'
  | 'save'
  | 'copy'
  | 'front-matter'
  | 'download'
  | 'done'
  | 'block-markdown'
  | 'tray'
  | 'preview'
  | 'details'
  | 'add-note'
  | 'add-heading'
  | 'add-raw';

interface Named {
  name: MessageKey;
  /**
   * In the notation of `keysOf`, the one to show first. `Mod` is Ctrl or Cmd. A letter alone works
   * only outside text fields.
   */
  keys: readonly string[];
}

export interface DeskCommand extends Named {
  action: DeskAction;
  /** In a text, the key belongs to the text. */
  notInText?: true;
}

export interface PostCommand extends Named {
  does: ListCommand | BlockCommand;
  /** Navigation works by keys and pointer only, so it is in no palette. */
  moves?: true;
}

/** Mac keyboards always have ⌫, and some also have ⌦. */
const deleteKeys = isMac() ? ['Backspace', 'Delete'] : ['Delete'];

/** The keys of the desk that work wherever the focus is. */
export const deskCommands: readonly DeskCommand[] = [
  { action: 'palette', name: 'command_palette', keys: ['Mod+p'] },
  { action: 'keys', name: 'command_keys', keys: ['?'] },
  { action: 'find', name: 'command_find', keys: ['Mod+f'] },
  { action: 'undo', name: 'popup_undo', keys: ['Mod+z'], notInText: true },
  {
    action: 'redo',
    name: 'popup_redo',
    // Cmd+Y is the browser's history on macOS.
    keys: isMac() ? ['Mod+Shift+z'] : ['Mod+Shift+z', 'Mod+y'],
    notInText: true,
  },
  { action: 'copy', name: 'popup_copy_draft', keys: ['Mod+Shift+c'] },
  { action: 'save', name: 'command_save', keys: ['Mod+s'] },
  { action: 'done', name: 'command_finish', keys: ['Mod+Enter'] },
  { action: 'block-markdown', name: 'command_raw', keys: ['Mod+e'] },
  { action: 'front-matter', name: 'popup_copy_front_matter', keys: [] },
  { action: 'download', name: 'popup_download', keys: [] },
  { action: 'tray', name: 'command_tray', keys: ['t'] },
  { action: 'preview', name: 'command_preview', keys: ['p'] },
  { action: 'details', name: 'command_details', keys: [] },
  { action: 'add-note', name: 'command_add_note', keys: [] },
  { action: 'add-heading', name: 'command_add_heading', keys: [] },
  { action: 'add-raw', name: 'command_add_raw', keys: [] },
];

/** How many rows a Page key skips. */
const pageRows = 8;

/** The keys for moving among the post's blocks. */
export const postCommands: readonly PostCommand[] = [
  { does: { do: 'focus', by: 1 }, name: 'command_next', keys: ['j', 'ArrowDown'], moves: true },
  { does: { do: 'focus', by: -1 }, name: 'command_previous', keys: ['k', 'ArrowUp'], moves: true },
  {
    does: { do: 'focus', by: pageRows },
    name: 'command_page_down',
    keys: ['PageDown'],
    moves: true,
  },
  { does: { do: 'focus', by: -pageRows }, name: 'command_page_up', keys: ['PageUp'], moves: true },
  { does: { do: 'focus-end', end: 'first' }, name: 'command_first', keys: ['Home'], moves: true },
  { does: { do: 'focus-end', end: 'last' }, name: 'command_last', keys: ['End'], moves: true },
  { does: { do: 'edit' }, name: 'command_edit', keys: ['Enter'] },
  { does: { do: 'note', where: 'below' }, name: 'command_note_below', keys: ['o'] },
  { does: { do: 'note', where: 'above' }, name: 'command_note_above', keys: ['O'] },
  { does: { do: 'insert' }, name: 'command_insert', keys: ['i'] },
  { does: { do: 'form' }, name: 'command_form', keys: ['b'] },
  { does: { do: 'attribution' }, name: 'command_attribution', keys: ['c'] },
  { does: { do: 'hide' }, name: 'command_hide', keys: ['h'] },
  { does: { do: 'source' }, name: 'command_source', keys: ['g'] },
  { does: { do: 'clip-again' }, name: 'command_clip_again', keys: ['G'] },
  { does: { do: 'copy' }, name: 'command_copy_block', keys: ['Mod+c'] },
  { does: { do: 'land' }, name: 'popup_land_below', keys: ['l'] },
  { does: { do: 'mark' }, name: 'command_mark', keys: ['x'] },
  {
    does: { do: 'extend', by: 1 },
    name: 'command_extend_down',
    keys: ['J', 'Shift+ArrowDown'],
    moves: true,
  },
  {
    does: { do: 'extend', by: -1 },
    name: 'command_extend_up',
    keys: ['K', 'Shift+ArrowUp'],
    moves: true,
  },
  { does: { do: 'select-all' }, name: 'command_mark_all', keys: ['Mod+a'] },
  { does: { do: 'clear' }, name: 'command_clear', keys: ['Escape'], moves: true },
  { does: { do: 'move', by: -1 }, name: 'command_move_up', keys: ['Alt+ArrowUp'] },
  { does: { do: 'move', by: 1 }, name: 'command_move_down', keys: ['Alt+ArrowDown'] },
  { does: { do: 'move-section', by: -1 }, name: 'command_section_up', keys: ['Alt+Shift+ArrowUp'] },
  {
    does: { do: 'move-section', by: 1 },
    name: 'command_section_down',
    keys: ['Alt+Shift+ArrowDown'],
  },
  { does: { do: 'move-end', end: 'first' }, name: 'command_to_start', keys: ['Alt+Home'] },
  { does: { do: 'move-end', end: 'last' }, name: 'command_to_end', keys: ['Alt+End'] },
  { does: { do: 'move-to' }, name: 'command_move_to', keys: ['m'] },
  { does: { do: 'delete' }, name: 'popup_delete', keys: deleteKeys },
];

/** Keys inside a text; the text handles them (`TextLinks`, `PostRegion`). */
export const textKeys: readonly Named[] = [
  { name: 'command_link', keys: ['Mod+k', '[[', ']('] },
  { name: 'command_slash', keys: ['/'] },
  { name: 'command_done', keys: ['Escape'] },
];

/** Keys of the tray's rows, which handle them (`TrayList`), and the key that leads there. */
export const trayKeys: readonly Named[] = [
  { name: 'command_tray_filter', keys: ['/'] },
  { name: 'command_tray_place', keys: ['Enter'] },
  { name: 'command_tray_aside', keys: ['a'] },
  { name: 'command_move_to', keys: ['m'] },
  { name: 'popup_delete', keys: deleteKeys },
];

type Keys = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/**
 * Returns a key with its modifiers, in the table's notation: `j`, `J`, `Mod+Shift+c`,
 * `Alt+ArrowUp`. A modifier besides `Mod` on this system, or instead of it, is in no table:
 * `Other`.
 */
export function keysOf(event: Keys): string {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
  const isHeld = altKey || ctrlKey || metaKey;
  const isSign = key.length === 1;
  return [
    ...(holdsMod(event) ? ['Mod'] : ctrlKey || metaKey ? ['Other'] : []),
    ...(altKey ? ['Alt'] : []),
    // A sign implies that it was typed with Shift.
    ...(shiftKey && (isHeld || !isSign) ? ['Shift'] : []),
    isSign && isHeld ? key.toLowerCase() : key,
  ].join('+');
}

const byKeys = <T extends Named>(commands: readonly T[]) =>
  new Map(commands.flatMap((command) => command.keys.map((keys) => [keys, command] as const)));
const ofDesk = byKeys(deskCommands);
const ofPost = byKeys(postCommands);

/** Returns what a key does anywhere at the desk; undefined if it is not ours. */
export function deskCommand(event: Keys, isInText: boolean): DeskAction | undefined {
  const command = ofDesk.get(keysOf(event));
  const isSign = event.key.length === 1 && !event.ctrlKey && !event.metaKey;
  return command && isInText && (isSign || command.notInText) ? undefined : command?.action;
}

/** Returns what a key does among the blocks; undefined if it is not ours. */
export function postCommand(event: Keys): ListCommand | BlockCommand | undefined {
  return ofPost.get(keysOf(event))?.does;
}

/** Returns a key of the table as it appears in an event. */
export function eventOf(keys: string): KeyboardEventInit {
  const held = keys.split('+');
  const key = held.pop() ?? '';
  const isLetter = /^\p{Lu}$/u.test(key);
  const isMod = held.includes('Mod');
  return {
    key,
    ...(isMac() ? { metaKey: isMod } : { ctrlKey: isMod }),
    altKey: held.includes('Alt'),
    shiftKey: held.includes('Shift') || isLetter,
  };
}
