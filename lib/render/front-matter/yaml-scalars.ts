import { stringify } from 'yaml';

const options = {
  // Quotes what YAML 1.1 (Hugo, Jekyll) would read as something else: `yes`, `12:30:00`, dates.
  compat: 'yaml-1.1',
  lineWidth: 0,
  blockQuote: false,
  doubleQuotedMinMultiLineLength: Number.POSITIVE_INFINITY,
} as const;

/** Not printable in YAML 1.1 or 1.2, or a line break to one of them; written as escapes. */
const needsEscape =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not stand there
  /[\u0000-\u001f\u007f-\u00a0\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/;

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

/** In single quotes, where they can hold it. */
export const yamlSingle = (text: string): string =>
  needsEscape.test(text) ? yamlQuoted(text) : `'${text.replaceAll("'", "''")}'`;

/** A string as YAML: plain where every reader takes it for the same string, else quoted. */
export function yamlPlain(text: string): string {
  if (needsEscape.test(text)) return yamlQuoted(text);
  return stringify(text, options).replace(/\n$/, '');
}

/** An item of a list in brackets, where commas and brackets end it. */
export const yamlPlainInList = (text: string): string =>
  /[[\]{},]/.test(text) ? yamlQuoted(text) : yamlPlain(text);

/** As a key, only what cannot be mistaken stands plain (`<<`, `?` and the like are syntax). */
export function yamlKey(text: string): string {
  const written = /^[A-Za-z][\w-]*$/.test(text) ? yamlPlain(text) : yamlQuoted(text);
  // YAML takes no longer key than 1024 characters without the question mark.
  return written.length > 1000 ? `? ${written}\n` : written;
}
