/** `Alt+Shift+Q` → `Alt⇧Q`; macOS gives signs already. */
export function shortKeys(shortcut: string): string {
  return shortcut
    .replace(/Shift\+?/, '⇧')
    .replace(/(Alt|Ctrl)\+/g, '$1 ')
    .replace(' ⇧', '⇧');
}

/** The keys as `aria-keyshortcuts` wants them. */
export function ariaKeys(shortcut: string): string | undefined {
  if (!shortcut || /[⌘⌥⇧⌃]/.test(shortcut)) return undefined;
  return shortcut.replace('Ctrl', 'Control').replace('Command', 'Meta');
}
