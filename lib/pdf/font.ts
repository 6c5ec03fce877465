import { PDFArray, type PDFDict, PDFName, PDFNumber } from '@cantoo/pdf-lib';
import { lettersOfGlyph } from './glyph-names.ts';
import { bytesOf, dictOf, entryOf, nameOf } from './objects.ts';
import { type CodeMap, readToUnicode } from './to-unicode.ts';

/** Converts the bytes of a shown string to text, at least its letters and digits. */
export type FontDecoder = (bytes: Uint8Array) => string;

/**
 * Computer Modern in TeX's own encoding (OT1), whose ligatures are among the control characters.
 */
const texLigatures: readonly [number, string][] = [
  [11, 'ff'],
  [12, 'fi'],
  [13, 'fl'],
  [14, 'ffi'],
  [15, 'ffl'],
];

/**
 * Returns a decoder for a font (ISO 32000-2, 9.6 to 9.10), by its ToUnicode map, or else by its
 * encoding.
 */
export async function readFont(font: PDFDict | undefined): Promise<FontDecoder> {
  const composite = nameOf(font, 'Subtype') === 'Type0';
  const map = readToUnicode(await bytesOf(entryOf(font, 'ToUnicode')));
  if (map.text.size > 0) {
    return decoder({ codeBytes: composite ? 2 : map.codeBytes, text: map.text });
  }
  // Codes of a composite font are glyphs of the font program, which is not read.
  return composite ? () => '' : decoder({ codeBytes: 1, text: simpleEncoding(font) });
}

function decoder({ codeBytes, text }: CodeMap): FontDecoder {
  return (bytes) => {
    let out = '';
    for (let at = 0; at + codeBytes <= bytes.length; at += codeBytes) {
      const byte = bytes[at] ?? 0;
      out += text.get(codeBytes === 1 ? byte : byte * 256 + (bytes[at + 1] ?? 0)) ?? '';
    }
    return out;
  };
}

function simpleEncoding(font: PDFDict | undefined): Map<number, string> {
  const text = new Map<number, string>();
  const encoding = dictOf(font, 'Encoding');
  const named = nameOf(font, 'Encoding') || nameOf(encoding, 'BaseEncoding');
  const windows = new TextDecoder(named === 'MacRomanEncoding' ? 'macintosh' : 'windows-1252');
  for (let code = 32; code < 256; code++) {
    text.set(code, windows.decode(Uint8Array.of(code)));
  }
  if (named === '') for (const [code, letters] of texLigatures) text.set(code, letters);
  let code = 0;
  const differences = entryOf(encoding, 'Differences');
  for (const each of differences instanceof PDFArray ? differences.asArray() : []) {
    if (each instanceof PDFNumber) code = each.asNumber();
    else if (each instanceof PDFName) text.set(code++, lettersOfGlyph(each.decodeText()));
  }
  return text;
}
