/** What can be done to the selected words of a quote. */
export type QuoteTool = 'elide' | 'bold' | 'italic' | 'split';

const quoteTools: readonly QuoteTool[] = ['elide', 'bold', 'italic', 'split'];

interface Keys {
  key: string;
  shift: boolean;
}

const keysOf: Record<QuoteTool, Keys> = {
  elide: { key: 'e', shift: true },
  bold: { key: 'b', shift: false },
  italic: { key: 'i', shift: false },
  split: { key: 'Enter', shift: true },
};

const isMac = () => /\bMac/.test(navigator.userAgent);

/** The tool whose keys are pressed; undefined for all others. */
export function quoteToolOf(event: KeyboardEvent): QuoteTool | undefined {
  const held = isMac() ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
  if (!held || event.altKey || event.isComposing) return undefined;
  const pressed = event.key.toLowerCase();
  return quoteTools.find(
    (tool) => keysOf[tool].key.toLowerCase() === pressed && keysOf[tool].shift === event.shiftKey,
  );
}

/** As `aria-keyshortcuts` wants it: `Control+Shift+E`. */
export function ariaKeys(tool: QuoteTool): string {
  const { key, shift } = keysOf[tool];
  return `${isMac() ? 'Meta' : 'Control'}+${shift ? 'Shift+' : ''}${key.length === 1 ? key.toUpperCase() : key}`;
}

/** As one reads it: `Ctrl+Shift+E`, `⇧⌘E`. */
export function shownKeys(tool: QuoteTool): string {
  const { key, shift } = keysOf[tool];
  const name = key.length === 1 ? key.toUpperCase() : key;
  if (isMac()) return `${shift ? '⇧' : ''}⌘${key === 'Enter' ? '↩' : name}`;
  return `Ctrl+${shift ? 'Shift+' : ''}${name}`;
}
