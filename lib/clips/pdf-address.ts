import { lastPathPart } from '../core/text/file-name.ts';
import { parsePaperAddress } from '../sites/paper-address.ts';

/** A part of a path under which archives of papers serve the PDF itself. */
const pdfView = /\/(?:pdf|document)(?:\/|$)/;

/** True if an address is that of a PDF, as far as it shows. */
export function looksLikePdf(address: string): boolean {
  const path = URL.parse(address)?.pathname ?? '';
  return /\.pdf$/i.test(path) || (pdfView.test(path) && parsePaperAddress(address) !== undefined);
}

/** Firefox's PDF viewer titles its tab `file.pdf` or `Title - file.pdf`. */
export function isPdfTitle(title: string): boolean {
  return /\.pdf$/i.test(title.trim());
}

/**
 * Returns the title without the file's name that Firefox's PDF viewer adds, from the server or the
 * address. Unchanged if nothing else would be left.
 */
export function withoutPdfFile(title: string, address = ''): string {
  const plain = title.trim();
  const suffix = ` - ${lastPathPart(address)}`;
  if (suffix.length > 3 && plain.length > suffix.length && plain.endsWith(suffix)) {
    return plain.slice(0, -suffix.length);
  }
  return /^(.*\S) - [^/\\]*?\.pdf$/is.exec(plain)?.[1] ?? title;
}
