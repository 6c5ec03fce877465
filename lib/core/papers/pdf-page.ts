import type { Selector } from '../source/selectors.ts';

/** The fragment syntax of PDF (RFC 8118, 3), for a `FragmentSelector`'s `conformsTo`. */
const pdfFragmentSyntax = 'http://tools.ietf.org/rfc/rfc3778';

/** No PDF has more pages than this. */
export const lastPdfPage = 1_000_000;

function isPage(page: number): boolean {
  return Number.isInteger(page) && page >= 1 && page <= lastPdfPage;
}

/** `page=25`, without `#`; pages count from 1. '' for what is no page. */
export function pageFragment(page: number): string {
  return isPage(page) ? `page=${page}` : '';
}

/** The address of a PDF at a page; a fragment that it has goes. Without a page: as it is. */
export function pdfPageUrl(address: string, page: number): string {
  const fragment = pageFragment(page);
  if (fragment === '' || address === '') return address;
  const hash = address.indexOf('#');
  return `${hash < 0 ? address : address.slice(0, hash)}#${fragment}`;
}

/** The page that an address asks for (`#page=25&zoom=100`); undefined if it asks for none. */
export function pdfPageOf(address: string): number | undefined {
  const hash = address.indexOf('#');
  if (hash < 0) return undefined;
  const page = /(?:^|[&?])page=(\d{1,7})(?=&|$)/i.exec(address.slice(hash + 1))?.[1];
  return page !== undefined && isPage(Number(page)) ? Number(page) : undefined;
}

/** A page as one types it: its number, or null if nothing is typed; undefined for what is none. */
export function parsePdfPage(text: string): number | null | undefined {
  const typed = text.trim();
  if (typed === '') return null;
  return /^\d{1,7}$/.test(typed) && isPage(Number(typed)) ? Number(typed) : undefined;
}

/** A place's selectors with this page of a PDF; null takes the page away. The others stay. */
export function withPdfPage(selectors: readonly Selector[], page: number | null): Selector[] {
  const others = selectors.filter(
    (each) => each.type !== 'FragmentSelector' || each.conformsTo !== pdfFragmentSyntax,
  );
  const value = page === null ? '' : pageFragment(page);
  if (value === '') return others;
  return [...others, { type: 'FragmentSelector', conformsTo: pdfFragmentSyntax, value }];
}
