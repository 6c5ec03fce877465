import { briefText } from './brief-text.ts';
import { labelOf } from './code-parts.ts';
import { labelledLanguage } from './language-names.ts';

/** Elements around the lines of a block, below its bar. */
const maxBoxes = 4;

const bars = new Set(['div', 'header', 'figcaption']);

/**
 * Returns the language that a bar above a block of code names, if both are in the same box;
 * undefined if there is no such bar.
 */
export function languageOfBar(bar: Element): string | undefined {
  if (!bars.has(bar.localName) || bar.previousElementSibling) return undefined;
  let below: Element | null = bar.nextElementSibling;
  if (!below || briefText(bar) === null) return undefined;
  const language = labelledLanguage(labelOf(bar));
  if (language === undefined) return undefined;
  for (let depth = 0; below && depth < maxBoxes; depth++, below = below.firstElementChild) {
    if (below.localName === 'pre') return language;
  }
  return undefined;
}
