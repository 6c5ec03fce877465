import { t } from './i18n.ts';

/**
 * True on macOS, where Cmd is used instead of Ctrl; all browsers there say so in their user agent.
 */
export const isMac = (): boolean => /\bMac/.test(navigator.userAgent);

type Held = Pick<KeyboardEvent, 'ctrlKey' | 'metaKey'>;

/**
 * True while the command key is held without the other one: on macOS, Ctrl with a letter moves the
 * caret, and elsewhere Meta belongs to the system.
 */
export const holdsMod = ({ ctrlKey, metaKey }: Held): boolean =>
  isMac() ? metaKey && !ctrlKey : ctrlKey && !metaKey;

/** The order in which macOS writes modifier keys. */
const macOrder = '⌃⌥⇧⌘';

const names: Readonly<Record<string, () => string>> = {
  Mod: () => (isMac() ? '⌘' : t('key_ctrl')),
  Alt: () => (isMac() ? '⌥' : 'Alt'),
  Shift: () => (isMac() ? '⇧' : t('key_shift')),
  ArrowUp: () => '↑',
  ArrowDown: () => '↓',
  Enter: () => (isMac() ? '↩' : t('key_enter')),
  Delete: () => (isMac() ? '⌦' : t('key_delete')),
  Backspace: () => '⌫',
  Escape: () => 'Esc',
  Home: () => t('key_home'),
  End: () => t('key_end'),
  PageUp: () => t('key_page_up'),
  PageDown: () => t('key_page_down'),
};

/**
 * Returns the labels of keys that are pressed together, as this system writes them: `Ctrl`,
 * `Shift`, `C`, or `⇧`, `⌘`, `C`.
 * @param keys `Mod+Shift+c`; `Mod` is Cmd on macOS, and Ctrl elsewhere; a capital letter alone is
 * typed with Shift
 */
export function keyCaps(keys: string): string[] {
  const caps = keys
    .split('+')
    .flatMap((key) => (/^\p{Lu}$/u.test(key) ? ['Shift', key] : [key]))
    .map((key) => names[key]?.() ?? key.toUpperCase());
  return isMac() ? inMacOrder(caps) : caps;
}

/** Returns the keys as one string: `Ctrl+Shift+C`, `⇧⌘C`. */
export const shownKeys = (keys: string): string => keyCaps(keys).join(isMac() ? '' : '+');

/** Returns the keys in the form of `aria-keyshortcuts`: `Control+Shift+C`, `Meta+Shift+C`. */
export const ariaKeys = (keys: string): string =>
  keys
    .split('+')
    .map((key) => (key === 'Mod' ? (isMac() ? 'Meta' : 'Control') : key))
    .map((key) => (key.length === 1 ? key.toUpperCase() : key))
    .join('+');

const macSigns: Readonly<Record<string, string>> = {
  MacCtrl: '⌃',
  Alt: '⌥',
  Shift: '⇧',
  // An extension's Ctrl means Cmd there.
  Ctrl: '⌘',
  Command: '⌘',
};

/**
 * Writes a shortcut of the extension as the system does. On macOS, Chromium (156) returns symbols,
 * and Firefox (153) the manifest's words: `Alt+Shift+Q` → `⌥⇧Q`.
 */
export function asSystemWrites(shortcut: string): string {
  if (!isMac() || !shortcut.includes('+')) return shortcut;
  return inMacOrder(shortcut.split('+').map((key) => macSigns[key] ?? key)).join('');
}

function inMacOrder(caps: readonly string[]): string[] {
  const rank = (cap: string) => (macOrder.includes(cap) ? macOrder.indexOf(cap) : macOrder.length);
  return [...caps].sort((a, b) => rank(a) - rank(b));
}
