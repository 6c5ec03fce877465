import type { Selector } from '../source/selectors.ts';

/** The fragment syntax of PDF (RFC 8118, 3), for a `FragmentSelector`'s `conformsTo`. */
const pdfFragmentSyntax = 'http://tools.ietf.org/rfc/rfc3778';

/** No PDF has more pages than this. */
export const lastPdfPage = 1_000_000;

function isPage(page: number): boolean {
  return Number.isInteger(page) && page >= 1 && page <= lastPdfPage;
}

/** Returns `page=25`, without `#`; pages count from 1. '' if it is no page number. */
export function pageFragment(page: number): string {
  return isPage(page) ? `page=${page}` : '';
}

/**
 * Returns the address of a PDF at a page; its own fragment is dropped. Without a page it stays as
 * it is.
 */
export function pdfPageUrl(address: string, page: number): string {
  const fragment = pageFragment(page);
  if (fragment === '' || address === '') return address;
  const hash = address.indexOf('#');
  return `${hash < 0 ? address : address.slice(0, hash)}#${fragment}`;
}

/** Returns the page in an address (`#page=25&zoom=100`); undefined if there is none. */
export function pdfPageOf(address: string): number | undefined {
  const hash = address.indexOf('#');
  if (hash < 0) return undefined;
  const page = /(?:^|[&?])page=(\d{1,7})(?=&|$)/i.exec(address.slice(hash + 1))?.[1];
  return page !== undefined && isPage(Number(page)) ? Number(page) : undefined;
}

/**
 * Parses a page number as typed, or null if nothing is typed; undefined if it is no page number.
 */
export function parsePdfPage(text: string): number | null | undefined {
  const typed = text.trim();
  if (typed === '') return null;
  return /^\d{1,7}$/.test(typed) && isPage(Number(typed)) ? Number(typed) : undefined;
}

/** Returns a place's selectors with this page of a PDF; null removes the page. The others stay. */
export function withPdfPage(selectors: readonly Selector[], page: number | null): Selector[] {
  const others = selectors.filter(
    (each) => each.type !== 'FragmentSelector' || each.conformsTo !== pdfFragmentSyntax,
  );
  const value = page === null ? '' : pageFragment(page);
  if (value === '') return others;
  return [...others, { type: 'FragmentSelector', conformsTo: pdfFragmentSyntax, value }];
}
