import { stringify } from 'yaml';
import type { WrapUp } from '../../core/post/wrap-up.ts';

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

function quoted(text: string): string {
  const json = stringify(text, { ...options, defaultStringType: 'QUOTE_DOUBLE' }).replace(
    /\n$/,
    '',
  );
  return json.replace(
    new RegExp(needsEscape, 'g'),
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A string as YAML: plain where every reader takes it for the same string, else quoted. */
function scalar(text: string): string {
  if (needsEscape.test(text)) return quoted(text);
  return stringify(text, options).replace(/\n$/, '');
}

/** As a key, only what cannot be mistaken stands plain (`<<`, `?` and the like are syntax). */
function key(text: string): string {
  const written = /^[A-Za-z][\w-]*$/.test(text) ? scalar(text) : quoted(text);
  // YAML takes no longer key than 1024 characters without the question mark.
  return written.length > 1000 ? `? ${written}\n` : written;
}

/** A field that the generator knows by name. */
export interface OwnField {
  key: string;
  value: { title: string } | { date: string } | string | boolean | readonly string[];
}

function written({ key: name, value }: OwnField): string[] {
  if (typeof value === 'boolean') return [`${name}: ${value}`];
  if (typeof value === 'string') return [`${name}: ${scalar(value.toWellFormed())}`];
  if ('title' in value) return [`${name}: ${quoted(value.title.toWellFormed())}`];
  if ('date' in value) {
    const isDate = /^[\d:TZ +-]+$/.test(value.date);
    return [`${name}: ${isDate ? value.date : quoted(value.date.toWellFormed())}`];
  }
  if (value.length === 0) return [`${name}: []`];
  return [`${name}:`, ...value.map((each) => `- ${scalar(each.toWellFormed())}`)];
}

/** What nearly every generator calls by the same names. */
export const titleDateDraftTags = ({ title, date, draft, tags }: WrapUp): OwnField[] => [
  { key: 'title', value: { title } },
  { key: 'date', value: { date } },
  { key: 'draft', value: draft },
  { key: 'tags', value: tags },
];

/**
 * The front matter with its `---` lines, ending in a line end. It parses back, under YAML 1.1 and
 * 1.2, to what was entered, except that lone surrogates, which no file in UTF-8 can hold, become
 * U+FFFD. Without tags it says `tags: []`: so that it parses back to a list, and the place to
 * add some by hand is there. An extra field whose key is there already, in whichever case (Hugo
 * does not tell them apart), is left out.
 */
export function yamlFrontMatter(
  fields: readonly OwnField[],
  extraFields: WrapUp['extraFields'],
): string {
  const lines = fields.flatMap(written);
  const taken = new Set(fields.map(({ key: name }) => name.toLowerCase()));
  for (const field of extraFields) {
    const name = field.key.toWellFormed();
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    lines.push(`${key(name)}: ${scalar(field.value.toWellFormed())}`);
  }
  return `---\n${lines.join('\n')}\n---\n`;
}
