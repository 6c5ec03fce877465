import type { Rendered } from './rendered.ts';
import { attribute, closest } from './safe-dom.ts';

/** Unicode's quotation marks (CLDR), which browsers use by language: outside, then inside. */
const byLanguage: readonly [RegExp, string][] = [
  [/^(?:de|bg|cs|is|lt|sk|sl)\b/i, '„“‚‘'],
  [/^(?:fr|hy)\b/i, '«»«»'],
  [/^(?:es|it|pt|ca|el|gl)\b/i, '«»“”'],
  [/^(?:ru|uk|be)\b/i, '«»„“'],
  [/^(?:no|nb|nn)\b/i, '«»‘’'],
  [/^(?:pl|hu|ro)\b/i, '„”«»'],
  [/^(?:sv|fi)\b/i, '””’’'],
  [/^nl\b/i, '‘’“”'],
  [/^ja\b/i, '「」『』'],
];
const english = '“”‘’';

type Pseudo = '::before' | '::after';

/**
 * Returns the marks that the browser shows around a `q`; '' for none.
 * @param generated reads what a style writes there
 */
export function quotationMarks(
  rendered: Rendered,
  generated: (pseudo: Pseudo) => { text: string; content: string },
): { before: string; after: string } {
  const quotes = pairs(rendered);
  const at = Math.min(depthOf(rendered) * 2, quotes.length - 2);
  const shown = (pseudo: Pseudo, mark: string): string => {
    const { text, content } = generated(pseudo);
    return /^(?:open|close)-quote/.test(content) ? mark : text;
  };
  return {
    before: shown('::before', quotes[at] ?? ''),
    after: shown('::after', quotes[at + 1] ?? ''),
  };
}

function pairs(rendered: Rendered): readonly string[] {
  const value = rendered.value('quotes');
  if (value === 'none') return [];
  const written = [...value.matchAll(/"((?:[^"\\]|\\.)*)"/g)];
  if (written.length > 1) return written.map(([, mark = '']) => mark.replace(/\\(.)/g, '$1'));
  const around = closest(rendered.element, '[lang]');
  const language = around ? attribute(around, 'lang') : '';
  return [...(byLanguage.find(([pattern]) => pattern.test(language))?.[1] ?? english)];
}

function depthOf({ parent }: Rendered): number {
  let depth = 0;
  for (let at = parent; at; at = at.parent) if (at.name === 'q') depth++;
  return depth;
}
