/** Which browser and system a shortcut is for. */
export interface KeyPlace {
  isFirefox: boolean;
  isMac: boolean;
}

/**
 * True for keys that a link or button of a page can have as its access key before an extension gets
 * them: so it is in Firefox (153), even where what has it is hidden. Chromium (156) asks the extension
 * first.
 * @param keys as the browser has them: `Alt+Shift+Q`
 */
export function isPageKey(keys: string, { isFirefox, isMac }: KeyPlace): boolean {
  if (!isFirefox) return false;
  return (isMac ? /^(?:MacCtrl\+Alt|Alt\+MacCtrl)\+.$/ : /^Alt\+Shift\+.$/).test(keys);
}

/**
 * The key that the manifest asks for here, of a command's `suggested_key`; '' if it asks for none.
 */
export function suggestedKeys(suggestion: unknown, { isMac }: KeyPlace): string {
  if (typeof suggestion !== 'object' || suggestion === null) return '';
  const { default: usual, mac = usual } = suggestion as Record<string, unknown>;
  const keys = isMac ? mac : usual;
  return typeof keys === 'string' ? keys : '';
}
