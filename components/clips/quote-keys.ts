import { holdsMod } from '../../lib/client/keys.ts';

/** A tool for the selected words of a quote. */
export type QuoteTool = 'elide' | 'bold' | 'italic' | 'split';

const quoteTools: readonly QuoteTool[] = ['elide', 'bold', 'italic', 'split'];

/** The keys, in the notation of `lib/client/keys.ts`. */
export const quoteKeys: Readonly<Record<QuoteTool, string>> = {
  elide: 'Mod+Shift+e',
  bold: 'Mod+b',
  italic: 'Mod+i',
  split: 'Mod+Shift+Enter',
};

/** Returns the tool for the pressed keys; undefined for all others. */
export function quoteToolOf(event: KeyboardEvent): QuoteTool | undefined {
  if (!holdsMod(event) || event.altKey || event.isComposing) return undefined;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const pressed = `Mod+${event.shiftKey ? 'Shift+' : ''}${key}`;
  return quoteTools.find((tool) => quoteKeys[tool] === pressed);
}
