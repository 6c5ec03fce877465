/** The browser and system of a shortcut. */
export interface KeyPlace {
  isFirefox: boolean;
  isMac: boolean;
}

/**
 * True for keys that a page's link or button can have as its access key and get before an extension
 * does. Firefox (153) works so, even if the link or button is hidden; Chromium (156) asks the
 * extension first.
 * @param keys as the browser writes them: `Alt+Shift+Q`
 */
export function isPageKey(keys: string, { isFirefox, isMac }: KeyPlace): boolean {
  if (!isFirefox) return false;
  return (isMac ? /^(?:MacCtrl\+Alt|Alt\+MacCtrl)\+.$/ : /^Alt\+Shift\+.$/).test(keys);
}

/**
 * Returns the key that the manifest suggests here, from a command's `suggested_key`; '' if it
 * suggests none.
 */
export function suggestedKeys(suggestion: unknown, { isMac }: KeyPlace): string {
  if (typeof suggestion !== 'object' || suggestion === null) return '';
  const { default: usual, mac = usual } = suggestion as Record<string, unknown>;
  const keys = isMac ? mac : usual;
  return typeof keys === 'string' ? keys : '';
}
