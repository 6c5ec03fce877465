/** `Alt+Shift+Q` → `Alt⇧Q`; on macOS it is short already. */
export function shortKeys(shortcut: string): string {
  return shortcut
    .replace(/Shift\+?/, '⇧')
    .replace(/(Alt|Ctrl)\+/g, '$1 ')
    .replace(' ⇧', '⇧');
}

const ariaNames: Readonly<Record<string, string>> = {
  Ctrl: 'Control',
  '⌃': 'Control',
  '⌥': 'Alt',
  '⇧': 'Shift',
  '⌘': 'Meta',
};

/**
 * Returns a shortcut of the extension, written as on this system, in the form of
 * `aria-keyshortcuts`; undefined if none is set.
 */
export function ariaShortcut(shortcut: string): string | undefined {
  if (!shortcut) return undefined;
  const keys = shortcut.includes('+') ? shortcut.split('+') : shortcut.split(/(?<=[⌃⌥⇧⌘])/);
  return keys.map((key) => ariaNames[key] ?? key).join('+');
}
