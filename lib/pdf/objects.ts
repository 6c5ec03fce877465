import {
  decodePDFRawStream,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib';
import { inflate } from './inflate.ts';

/**
 * The largest stream that is read, in bytes, once it is decoded; a page's content is far smaller.
 */
const maxStreamBytes = 16_000_000;
/**
 * The library's own decoders have no limit; deflate expands up to 1,000 times, the others a few
 * times.
 */
const maxEncodedBytes = 4_000_000;

/** Returns a value of a dictionary, wherever it is in the file; undefined if there is none. */
export function entryOf(dict: PDFDict | undefined, key: string): PDFObject | undefined {
  try {
    return dict?.lookup(PDFName.of(key));
  } catch {
    // The file is broken there.
    return undefined;
  }
}

export function dictOf(dict: PDFDict | undefined, key: string): PDFDict | undefined {
  const value = entryOf(dict, key);
  if (value instanceof PDFDict) return value;
  return value instanceof PDFRawStream ? value.dict : undefined;
}

/** Returns a name without its slash; '' if there is none. */
export function nameOf(dict: PDFDict | undefined, key: string): string {
  const value = entryOf(dict, key);
  return value instanceof PDFName ? value.decodeText() : '';
}

export function numberOf(dict: PDFDict | undefined, key: string): number | undefined {
  const value = entryOf(dict, key);
  return value instanceof PDFNumber ? value.asNumber() : undefined;
}

/** Returns a text string (ISO 32000-2, 7.9.2.2); '' if there is none. */
export function textOf(dict: PDFDict | undefined, key: string): string {
  const value = entryOf(dict, key);
  try {
    if (value instanceof PDFString || value instanceof PDFHexString) return value.decodeText();
  } catch {
    // It is not in an encoding that a text may have.
  }
  return '';
}

/** Returns the elements of an array, with references resolved. */
export function elementsOf(value: PDFObject | undefined, context: PDFContext): PDFObject[] {
  if (!(value instanceof PDFArray)) return [];
  return value.asArray().flatMap((element) => context.lookup(element) ?? []);
}

/** Returns a stream's decoded bytes; empty if it is no stream or can't be decoded. */
export async function bytesOf(value: PDFObject | undefined): Promise<Uint8Array> {
  if (!(value instanceof PDFRawStream)) return new Uint8Array();
  const { dict, contents } = value;
  const filters = filtersOf(dict);
  const predictor = numberOf(dictOf(dict, 'DecodeParms'), 'Predictor') ?? 1;
  if (filters.length === 0) return contents.subarray(0, maxStreamBytes);
  if (filters.length === 1 && isDeflate(filters[0]) && predictor === 1) {
    return inflate(new Uint8Array(contents), maxStreamBytes);
  }
  if (contents.length > maxEncodedBytes || filters.filter(isDeflate).length > 1) {
    return new Uint8Array();
  }
  try {
    return decodePDFRawStream(value).decode().subarray(0, maxStreamBytes);
  } catch {
    // The library can't decode this form; it contains no text then.
    return new Uint8Array();
  }
}

const isDeflate = (filter: string | undefined) => filter === 'FlateDecode' || filter === 'Fl';

function filtersOf(dict: PDFDict): string[] {
  const filter = entryOf(dict, 'Filter');
  if (filter instanceof PDFName) return [filter.decodeText()];
  if (!(filter instanceof PDFArray)) return [];
  return filter.asArray().flatMap((each) => (each instanceof PDFName ? [each.decodeText()] : []));
}
