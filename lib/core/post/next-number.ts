/** `#55`, `No. 55`, `Vol. 3`: a number that is marked as one that counts. */
const marked = /(?:#\s?|(?<!\p{L})(?:no|nr|vol|ep|episode|nº|№)\.?\s*)(\d{1,9})(?!\d)/iu;
/** A number at the end, as in `Meetup 55`, but not the end of a date, a version or an address. */
const trailing = /(?<![\d.,:/-])(\d{1,9})$/u;
/** A year does not count meetups. */
const year = /^(?:19|20)\d\d$/;

function find(text: string) {
  const trimmed = text.trimEnd();
  const match = marked.exec(trimmed) ?? trailing.exec(trimmed);
  const digits = match?.[1];
  if (match === null || digits === undefined) return undefined;
  const isMarked = match[0] !== digits;
  if (!isMarked && year.test(digits)) return undefined;
  return { trimmed, digits, start: match.index + match[0].length - digits.length };
}

/** Returns the running number in a title, as written: `55` for `Meetup #55 wrap-up`. */
export const numberIn = (text: string): string | undefined => find(text)?.digits;

/**
 * Returns the text with its running number increased by one (`#55` → `#56`, leading zeros kept), or
 * undefined if it has none.
 */
export function withNextNumber(text: string): string | undefined {
  const found = find(text);
  if (found === undefined) return undefined;
  const { trimmed, digits, start } = found;
  return trimmed.slice(0, start) + nextNumber(digits) + trimmed.slice(start + digits.length);
}

/** Adds one; leading zeros are kept. */
export const nextNumber = (digits: string): string =>
  String(Number(digits) + 1).padStart(digits.length, '0');
