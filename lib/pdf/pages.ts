import { type PDFContext, PDFDict, type PDFObject } from '@cantoo/pdf-lib';
import { dictOf, elementsOf, entryOf, nameOf } from './objects.ts';

/** A page, with what its text needs from the nodes above it. */
export interface PdfPage {
  contents: PDFObject[];
  resources: PDFDict | undefined;
}

/** More pages than any paper or book. */
const maxPages = 10_000;
const maxDepth = 40;

/** Returns the pages in their order (ISO 32000-2, 7.7.3); a cyclic tree ends where it repeats. */
export function readPages(context: PDFContext, catalog: PDFDict | undefined): PdfPage[] {
  const pages: PdfPage[] = [];
  const seen = new Set<PDFDict>();
  const walk = (node: PDFDict, inherited: PDFDict | undefined, depth: number) => {
    if (seen.has(node) || depth > maxDepth || pages.length >= maxPages) return;
    seen.add(node);
    const resources = dictOf(node, 'Resources') ?? inherited;
    const kids = entryOf(node, 'Kids');
    if (kids !== undefined && nameOf(node, 'Type') !== 'Page') {
      for (const kid of elementsOf(kids, context)) {
        if (kid instanceof PDFDict) walk(kid, resources, depth + 1);
      }
      return;
    }
    const contents = entryOf(node, 'Contents');
    const several = elementsOf(contents, context);
    pages.push({ contents: several.length > 0 ? several : contents ? [contents] : [], resources });
  };
  const root = dictOf(catalog, 'Pages');
  if (root) walk(root, undefined, 0);
  return pages;
}
