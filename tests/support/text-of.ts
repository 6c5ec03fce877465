import { sanitise } from '../../lib/page/sanitise.ts';
import { WordWriter } from '../../lib/page/word-writer.ts';

/** Returns the words of a piece of page, as they are stored beside its cleaned copy. */
export function textOf(piece: DocumentFragment | Element): string {
  const words = new WordWriter();
  sanitise(piece, { words });
  return words.finish();
}
