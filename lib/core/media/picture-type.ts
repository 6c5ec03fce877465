/** The only picture type that may contain scripts. */
export const drawingType = 'image/svg+xml';

/** The type of a file that is no picture; nothing here looks into it. */
export const anyFileType = 'application/octet-stream';

const ascii = (bytes: Uint8Array, start: number, length: number) =>
  String.fromCharCode(...bytes.subarray(start, start + length));

const startsWith = (bytes: Uint8Array, ...signature: number[]) =>
  signature.every((byte, at) => bytes[at] === byte);

/**
 * Returns the media type of a picture by its first bytes; undefined if they are no picture's. What
 * a server says is ignored: an error page is often served under a picture's name.
 * @see https://mimesniff.spec.whatwg.org/#matching-an-image-type-pattern
 */
export function sniffPicture(bytes: Uint8Array): string | undefined {
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (/^GIF8[79]a/.test(ascii(bytes, 0, 6))) return 'image/gif';
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === 'WEBP') return 'image/webp';
  if (ascii(bytes, 4, 4) === 'ftyp' && /^avi[fs]/.test(ascii(bytes, 8, 4))) return 'image/avif';
  if (ascii(bytes, 0, 2) === 'BM' && bytes.length > 26) return 'image/bmp';
  if (startsWith(bytes, 0, 0, 1, 0) && bytes.length > 6) return 'image/x-icon';
  // An SVG is text: a root element, preceded at most by a declaration, comments and a doctype.
  const start = ascii(bytes, 0, 1_024).replace(/^\u00ef\u00bb\u00bf/, '');
  const root =
    /^\s*(?:<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE\s+svg[^>[]*(?:\[[^\]]*\])?>\s*)*<svg[\s>/]/i;
  return root.test(start) ? drawingType : undefined;
}
