import { decodePDFRawStream, PDFContext, PDFRawStream } from '@cantoo/pdf-lib';

/** The method that the library's streams use to get room for more decoded bytes. */
interface Decoder {
  buffer: Uint8Array;
  ensureBuffer(requested: number): Uint8Array;
}

/**
 * A few kilobytes may be crafted to expand to gigabytes, and each byte to an object of a hundred.
 */
export class DecodedTooMuch extends Error {}

/** The largest ratio of decoded bytes to a file's length; honest files reach ten. */
const foldedTimes = 20;
const leastBytes = 8_000_000;
const mostBytes = 128_000_000;

let left = Number.POSITIVE_INFINITY;

/**
 * From now on, everything that the library decodes by itself (a file's object streams, while it is
 * parsed) is counted, and stopped with `DecodedTooMuch` if it exceeds what a file of this size
 * should contain. It handles one file at a time.
 */
export function boundDecoding(fileBytes: number): void {
  bound();
  left = Math.min(mostBytes, Math.max(leastBytes, foldedTimes * fileBytes));
}

/** True if the current file exceeded the limit. */
export const decodedTooMuch = (): boolean => left < 0;

let isBound = false;

/** The library (2.11.1) has no limit, and does not export the class that would need it. */
function bound(): void {
  if (isBound) return;
  const dict = PDFContext.create().obj({ Filter: 'ASCIIHexDecode' });
  const stream: object = decodePDFRawStream(PDFRawStream.of(dict, new Uint8Array()));
  let prototype: object | null = stream;
  while (prototype && !Object.hasOwn(prototype, 'ensureBuffer'))
    prototype = Object.getPrototypeOf(prototype);
  if (!prototype) throw new Error('The library decodes in another way');
  const decoder = prototype as Decoder;
  const { ensureBuffer } = decoder;
  decoder.ensureBuffer = function (this: Decoder, requested) {
    if (requested <= this.buffer.byteLength) return this.buffer;
    const before = this.buffer.byteLength;
    // The buffer doubles.
    left -= Math.max(requested, 2 * before) - before;
    if (left < 0) throw new DecodedTooMuch();
    return ensureBuffer.call(this, requested);
  };
  isBound = true;
}
