import { stringify } from 'yaml';

const options = {
  // It quotes what YAML 1.1 (Hugo, Jekyll) would read as something else: `yes`, `12:30:00`, dates.
  compat: 'yaml-1.1',
  lineWidth: 0,
  blockQuote: false,
  doubleQuotedMinMultiLineLength: Number.POSITIVE_INFINITY,
} as const;

/** Not printable in YAML 1.1 or 1.2, or a line break in one of them; written as escapes. */
const needsEscape =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not occur there
  /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/;

export function yamlQuoted(text: string): string {
  const json = stringify(text, { ...options, defaultStringType: 'QUOTE_DOUBLE' }).replace(
    /\n$/,
    '',
  );
  return json.replace(
    new RegExp(needsEscape, 'g'),
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Uses single quotes, if possible. */
export const yamlSingle = (text: string): string =>
  needsEscape.test(text) ? yamlQuoted(text) : `'${text.replaceAll("'", "''")}'`;

type Needed = 'double' | 'single' | undefined;

/**
 * Writes a string as YAML: plain if every parser reads the same string, else quoted.
 * @param needed the quotes for what can't be plain, unless the others need no escapes
 */
export function yamlPlain(text: string, needed?: Needed): string {
  // Quotes make clear that a no-break space belongs to the text.
  if (needsEscape.test(text) || text.includes('\u00a0')) return yamlQuoted(text);
  const quotes = needed === 'single' ? { singleQuote: true } : {};
  return stringify(text, { ...options, ...quotes }).replace(/\n$/, '');
}

/** Writes an item of a list in brackets, where commas and brackets would end it. */
export function yamlPlainInList(text: string, needed?: Needed): string {
  if (!/[[\]{},]/.test(text)) return yamlPlain(text, needed);
  return needed === 'single' && !text.includes("'") ? yamlSingle(text) : yamlQuoted(text);
}

/** Writes a key; only unambiguous text is plain (`<<`, `?` and the like are syntax). */
export function yamlKey(text: string): string {
  const written = /^[A-Za-z_][\w-]*$/.test(text) ? yamlPlain(text) : yamlQuoted(text);
  // YAML allows no key longer than 1024 characters without the question mark.
  return written.length > 1000 ? `? ${written}\n` : written;
}
