import type { CleanDrawing } from '../app/ports.ts';
import { parseInert, textPolicy } from '../browser/trusted-types.ts';
import { cleanDrawing as clean } from '../page/clean-drawing.ts';

/** Makes a drawing's bytes safe for a site (`CleanDrawing` in `lib/app/ports.ts`). */
export const cleanDrawing: CleanDrawing = (bytes) => {
  const drawing = clean(parseInert(decode(bytes), 'image/svg+xml'), textPolicy());
  return drawing && { bytes: new TextEncoder().encode(drawing.svg), removed: drawing.removed };
};

/** Decodes the text of an XML file, which may name its encoding. */
function decode(bytes: ArrayBuffer): string {
  const start = new TextDecoder('latin1').decode(bytes.slice(0, 200));
  const [, encoding = 'utf-8'] = /^<\?xml[^>]*\sencoding=["']([\w.:-]+)["']/.exec(start) ?? [];
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    // No browser knows the encoding, so none shows the drawing; it is read as UTF-8, like most.
    return new TextDecoder().decode(bytes);
  }
}
