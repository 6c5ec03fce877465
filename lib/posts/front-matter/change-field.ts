import { parse } from 'yaml';
import { fail, ok, type Result } from '../../core/base/result.ts';
import { type BrokenFields, type Field, type FieldValue, isDate } from './field.ts';
import { type FrontMatter, splitFrontMatter } from './split.ts';
import { readToml } from './toml-fields.ts';
import { readYaml } from './yaml-fields.ts';

/** Returns the fields of a front matter, or why they are locked. */
export function readFields({ format, fields }: FrontMatter): Result<Field[], BrokenFields> {
  return format === 'toml' ? readToml(fields) : readYaml(fields);
}

export interface FieldChange {
  path: readonly string[];
  /** Undefined: the field is removed, with its lines. */
  value: FieldValue | undefined;
  /** How a number is written: `1.10`. */
  written?: string | undefined;
}

/** `locked`: the front matter is broken, or the value has a form that can't be overwritten. */
export type FieldError = 'locked';

/**
 * Returns the front matter with these values. Only the lines of changed values change: each is
 * spliced in where the old one is, and the result is parsed again to check it. A missing key is
 * added after the others; one of a missing map is refused.
 */
export function withFields(
  frontMatter: FrontMatter,
  changes: readonly FieldChange[],
): Result<FrontMatter, FieldError> {
  let result = frontMatter;
  for (const change of changes) {
    const next = withField(result, change);
    if (!next.ok) return next;
    result = next.value;
  }
  return ok(result);
}

function withField(frontMatter: FrontMatter, change: FieldChange): Result<FrontMatter, FieldError> {
  const read = readFields(frontMatter);
  if (!read.ok) return fail('locked');
  const field = read.value.find(({ path }) => isSame(path, change.path));
  const old = field && frontMatter.fields.slice(field.start, field.end);
  if (field && isSame(field.value, change.value) && (change.written ?? old) === old) {
    return ok(frontMatter);
  }
  if (field && field.value === undefined) return fail('locked');
  const texts = textsFor(frontMatter, read.value, field, change);
  const expected = wanted(read.value, change);
  for (const fields of texts) {
    const candidate = { ...frontMatter, fields };
    const after = readFields(candidate);
    if (after.ok && isSame(values(after.value), expected) && isClosed(candidate)) {
      return ok(candidate);
    }
  }
  return fail('locked');
}

/** True if its closing line is found, and in the right place. */
const isClosed = ({ opening, fields, closing }: FrontMatter) =>
  splitFrontMatter(opening + fields + closing)?.fields === fields;

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
const sorted = (pairs: [string, unknown][]) =>
  pairs.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
const values = (fields: readonly Field[]) =>
  sorted(fields.map(({ path, value }) => [JSON.stringify(path), value]));
const wanted = (fields: readonly Field[], { path, value }: FieldChange) =>
  sorted([
    ...values(fields.filter((field) => !isSame(field.path, path))),
    ...(value === undefined ? [] : [[JSON.stringify(path), value] satisfies [string, unknown]]),
  ]);

/** Yields texts to try, the one with the smallest change first. */
function textsFor(
  frontMatter: FrontMatter,
  fields: readonly Field[],
  field: Field | undefined,
  { path, value, written }: FieldChange,
): string[] {
  if (value === undefined) return field ? removed(frontMatter, field) : [frontMatter.fields];
  return field
    ? replaced(frontMatter, field, value, written)
    : added(frontMatter, fields, { path, value });
}

/** Removes the lines of a field; in JSON the field and the comma beside it. */
function removed({ format, fields: text }: FrontMatter, { key, end }: Field): string[] {
  if (format === 'json') {
    const before = text.slice(0, key);
    const after = text.slice(end);
    // This parser accepts a comma there that no other does.
    return /^\s*,/.test(after)
      ? [before + after.replace(/^\s*,\s*/, '')]
      : [before.replace(/,?\s*$/, '') + after];
  }
  // Something else may refer to it by its anchor.
  if (format === 'yaml' && isMeant(text.slice(key, end), text.slice(end))) return [];
  return [splice(text, ...linesOf(text, key, end), '')];
}

/** Returns the lines that a value is in, with the line end of the last. */
function linesOf(text: string, start: number, end: number): [from: number, to: number] {
  const from = text.slice(0, start).search(/[^\r\n]*$/);
  // A text over several lines ends with its line end.
  if (/[\r\n]/.test(text[end - 1] ?? '')) return [from, end];
  const stop = lineEndAt(text, end);
  return [from, stop + (/^(?:\r\n?|\n)/.exec(text.slice(stop))?.[0].length ?? 0)];
}

const isMeant = (field: string, after: string) =>
  [...field.matchAll(/[\s[{,]&([^\s,[\]{}]+)/g)].some(([, name]) => after.includes(`*${name}`));

function replaced(
  frontMatter: FrontMatter,
  field: Field,
  value: FieldValue,
  written: string | undefined,
): string[] {
  const { fields: text } = frontMatter;
  const old = text.slice(field.start, field.end);
  if (isList(value)) {
    const lists = field.items ? [splicedList(frontMatter, field, value)] : [];
    const whole = `[${value.map((each) => quoted(each)).join(', ')}]`;
    const isBlock = field.items !== undefined && !old.startsWith('[');
    return isBlock
      ? [...lists, ...inOneLine(text, field, whole)]
      : [...lists, splice(text, field.start, field.end, atValue(text, field, whole))];
  }
  // A text over several lines ends with its line end; its first line may have a comment.
  const end = /[\r\n]+$/.exec(old)?.[0] ?? '';
  const [, comment = ''] = /^[|>][-+\d]*([ \t]+#[^\r\n]*)/.exec(old) ?? [];
  const texts = printed(frontMatter.format, value, old);
  const whole = [...(written === undefined ? [] : [written]), ...texts].map((each) =>
    splice(text, field.start, field.end, atValue(text, field, each) + comment + end),
  );
  return [...inLines(field.value, value, old), ...inBlock(value, old)]
    .map((each) => splice(text, field.start, field.end, each))
    .concat(whole);
}

/** Changes only the changed words of a text that is written over several lines. */
function inLines(before: FieldValue | undefined, value: FieldValue, old: string): string[] {
  if (typeof before !== 'string' || typeof value !== 'string' || !/[\r\n]./.test(old)) return [];
  const [sign = ''] = /^(?:[|>][^\r\n]*(?:\r\n?|\n)|["'])?/.exec(old) ?? [];
  const [words, now] = [wordsOf(before), wordsOf(value)];
  // A backslash at the end of a line continues it.
  const there = [...old.slice(sign.length).matchAll(/(?:\\(?!\r?\n)|[^\s\\])+/g)].map(
    ({ 0: word, index }) => ({
      start: sign.length + index,
      end: sign.length + index + word.length,
    }),
  );
  if (words.length !== there.length) return [];
  const most = Math.min(words.length, now.length);
  let first = 0;
  while (first < most && words[first] === now[first]) first++;
  let last = 0;
  while (last < most - first && words.at(-1 - last) === now.at(-1 - last)) last++;
  // A word that is added or removed takes its neighbour along, for the blank between them.
  if (first > 0 && (first + last === words.length || first + last === now.length)) first--;
  const [start, end] = [there[first]?.start, there.at(-1 - last)?.end];
  if (start === undefined || end === undefined || end < start) return [];
  return [splice(old, start, end, now.slice(first, now.length - last).join(' '))];
}

const wordsOf = (text: string): string[] => text.match(/\S+/g) ?? [];

/** Writes a text in one line below the sign of the old one, `>` or `|`. */
function inBlock(value: FieldValue, old: string): string[] {
  const [, head] = /^([|>][^\r\n]*(?:\r\n?|\n)(?:[ \t]*(?:\r\n?|\n))*[ \t]+)/.exec(old) ?? [];
  if (head === undefined || typeof value !== 'string' || value.trim() === '') return [];
  return [head + value.trimEnd() + (/[\r\n]+$/.exec(old)?.[0] ?? '')];
}

/** An empty value is right after its colon, and right before its comment. */
const atValue = (text: string, { start, end }: Field, value: string) =>
  (/[:=]/.test(text[start - 1] ?? '') ? ` ${value}` : value) +
  (start === end && text[end] === '#' ? ' ' : '');

/** Rewrites a list with a line for each item as an inline list after its key. */
function inOneLine(text: string, { key, start, items }: Field, list: string): string[] {
  const last = items?.at(-1);
  const found = /^(.*?:(?:[ \t]+[&!]\S+)*)([ \t]*(?:[ \t]#.*)?)(?:\r\n?|\n)/.exec(
    text.slice(key, start),
  );
  if (found === null || last === undefined) return [];
  const [, head = '', comment = ''] = found;
  const end = /[\r\n]/.test(text[last.end - 1] ?? '')
    ? last.end - (text.endsWith('\r\n', last.end) ? 2 : 1)
    : lineEndAt(text, last.end);
  return [`${text.slice(0, key)}${head} ${list}${comment}${text.slice(end)}`];
}

const splice = (text: string, start: number, end: number, by: string) =>
  text.slice(0, start) + by + text.slice(end);

const isList = (value: FieldValue): value is readonly string[] => Array.isArray(value);

const lineEndAt = (text: string, offset: number) => {
  const length = text.slice(offset).search(/[\r\n]/);
  return length < 0 ? text.length : offset + length;
};

/**
 * Unchanged items are left alone; those between the first and the last change are overwritten one
 * by one.
 */
function splicedList(
  { format, fields }: FrontMatter,
  field: Field,
  list: readonly string[],
): string {
  const items = field.items ?? [];
  const old = isList(field.value ?? null) ? (field.value as readonly string[]) : [];
  const most = Math.min(old.length, list.length);
  let first = 0;
  while (first < most && old[first] === list[first]) first++;
  let last = 0;
  while (last < most - first && old.at(-1 - last) === list.at(-1 - last)) last++;
  const going = items.slice(first, items.length - last);
  const coming = list.slice(first, list.length - last);
  const isBlock = fields[field.start] !== '[';
  const model = items[Math.min(first, items.length - 1)];
  const quotes = model ? fields.slice(model.start, model.end) : '""';
  const print = (text: string) => printed(format, text, quotes)[0] ?? quoted(text);
  /** Returns the position after an item, and in a list of lines after its comment. */
  const behind = (at: number) => {
    const end = items[at]?.end ?? field.start + 1;
    return isBlock ? lineEndAt(fields, end) : end;
  };
  let text = fields;
  // It works from the end, so that earlier positions stay valid.
  const kept = Math.min(going.length, coming.length);
  const extra = coming.slice(kept);
  const at = first + kept;
  if (extra.length > 0) {
    const separator = separatorOf(fields, field, isBlock);
    const isFirst = at === 0;
    const start = isFirst ? (items[0]?.start ?? field.start + 1) : behind(at - 1);
    const written = extra.map(print);
    const piece = isFirst
      ? written.join(separator) + (items.length > 0 ? separator : '')
      : written.map((each) => separator + each).join('');
    text = splice(text, start, start, piece);
  } else if (isBlock) {
    // Comments between them stay.
    for (const { start, end } of going.slice(kept).reverse()) {
      const [from, to] = linesOf(text, start, end);
      text = splice(text, from, to, '');
    }
  } else if (going.length > kept) {
    const start = at === 0 ? (items[0]?.start ?? 0) : behind(at - 1);
    const lastGoing = first + going.length - 1;
    const end = at === 0 ? (items[lastGoing + 1]?.start ?? field.end) : behind(lastGoing);
    text = splice(text, start, end, '');
  }
  for (let index = kept - 1; index >= 0; index--) {
    const item = going[index];
    if (item) text = splice(text, item.start, item.end, print(coming[index] ?? ''));
  }
  return text;
}

/** Returns the text between two items of a list, without comments. */
function separatorOf(text: string, field: Field, isBlock: boolean): string {
  const [one, other] = field.items ?? [];
  if (isBlock && one) {
    const start = text.slice(0, one.start).search(/[^\r\n]*$/);
    const [lineEnd = '\n'] = /\r\n?|\n/.exec(text) ?? [];
    return lineEnd + text.slice(start, one.start);
  }
  if (!one || !other) return ', ';
  return text
    .slice(one.end, other.start)
    .replace(/#[^\r\n]*/g, '')
    .replace(/[ \t]+(?=[\r\n])/g, '');
}

/** Not printable, or a line end for some parsers; written as escapes. */
const needsEscape =
  /[\u007f-\u00a0\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;

const quoted = (text: string): string =>
  JSON.stringify(text.toWellFormed()).replace(
    needsEscape,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** Writes a value as text, in the quotes of the one that it replaces if possible. */
function printed(
  format: FrontMatter['format'],
  value: Exclude<FieldValue, readonly string[]>,
  old: string,
) {
  if (value === null) return format === 'toml' ? [] : format === 'json' ? ['null'] : ['', 'null'];
  if (typeof value !== 'string') return [String(value)];
  const isQuiet = JSON.stringify(value) === `"${value.replace(/["\\]/g, '\\$&')}"`;
  if (old.startsWith("'") && format !== 'json' && isQuiet) {
    const single = format === 'yaml' ? value.replaceAll("'", "''") : value;
    return [`'${single}'`, quoted(value)];
  }
  const isBare = !/^["|>]/.test(old) && format !== 'json' && isQuiet;
  if (!isBare || value.trim() !== value) return [quoted(value)];
  if (format === 'toml') return isDate(value) ? [value, quoted(value)] : [quoted(value)];
  return isPlainYaml(value) ? [value, quoted(value)] : [quoted(value)];
}

const yaml11 = { version: '1.1', logLevel: 'error' } as const;

/**
 * True if the plain text also means this text to YAML 1.1 (Hugo, Jekyll); a date should remain a
 * date there.
 */
function isPlainYaml(text: string): boolean {
  if (isDate(text)) return true;
  try {
    const [alone, inList] = [text, `[${text}]`].map((each) => parse(each, yaml11));
    return alone === text && inList[0] === text;
  } catch {
    // Without quotes it is no YAML at all.
    return false;
  }
}

/**
 * Adds fields after the others of the top level; in TOML before the first table, which would
 * otherwise contain them.
 */
function added(
  { format, fields: text }: FrontMatter,
  fields: readonly Field[],
  { path, value }: { path: readonly string[]; value: FieldValue },
) {
  const [key, ...deeper] = path;
  if (key === undefined || deeper.length > 0 || !/^[A-Za-z][\w-]*$/.test(key)) return [];
  const [lineEnd = '\n'] = /\r\n?|\n/.exec(text) ?? [];
  const [simple = ''] = isList(value)
    ? [`[${value.map(quoted).join(', ')}]`]
    : printed(format, value, typeof value === 'string' && isDate(value) ? '' : '""');
  if (format === 'json') {
    const last = fields.at(-1);
    const brace = text.lastIndexOf('}');
    const before = text.slice(0, brace).trimEnd();
    const indent = /[\r\n]([ \t]*)"/.exec(text)?.[1];
    const start = indent === undefined ? ' ' : lineEnd + indent;
    return [`${before}${last ? ',' : ''}${start}"${key}": ${simple}${text.slice(before.length)}`];
  }
  const table = format === 'toml' ? text.search(/^[ \t]*\[/m) : -1;
  const end = table < 0 ? text.length : table;
  const head = text.slice(0, end);
  const start = head === '' || /[\r\n]$/.test(head) ? head : head + lineEnd;
  // A blank line before the first table stays there.
  const blank =
    table < 0 ? '' : (/(?:\r\n?|\n)((?:[ \t]*(?:\r\n|\r(?!\n)|\n))*)$/.exec(start)?.[1] ?? '');
  const line = `${key}${format === 'toml' ? ' = ' : ': '}${simple}${lineEnd}`;
  return [start.slice(0, start.length - blank.length) + line + blank + text.slice(end)];
}
