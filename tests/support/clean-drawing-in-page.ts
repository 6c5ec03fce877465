import { cleanDrawing } from '../../lib/page/clean-drawing.ts';

/** Drawings as an export writes them. */
export function clean(texts: readonly string[]): (string | undefined)[] {
  const policy = { createHTML: String, createScriptURL: String };
  return texts.map(
    (text) => cleanDrawing(new DOMParser().parseFromString(text, 'image/svg+xml'), policy)?.svg,
  );
}
