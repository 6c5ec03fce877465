import { holdsMod } from '../../lib/client/keys.ts';

/** What can be done to the selected words of a quote. */
export type QuoteTool = 'elide' | 'bold' | 'italic' | 'split';

const quoteTools: readonly QuoteTool[] = ['elide', 'bold', 'italic', 'split'];

/** As `lib/client/keys.ts` has them. */
export const quoteKeys: Readonly<Record<QuoteTool, string>> = {
  elide: 'Mod+Shift+e',
  bold: 'Mod+b',
  italic: 'Mod+i',
  split: 'Mod+Shift+Enter',
};

/** The tool whose keys are pressed; undefined for all others. */
export function quoteToolOf(event: KeyboardEvent): QuoteTool | undefined {
  if (!holdsMod(event) || event.altKey || event.isComposing) return undefined;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const pressed = `Mod+${event.shiftKey ? 'Shift+' : ''}${key}`;
  return quoteTools.find((tool) => quoteKeys[tool] === pressed);
}
