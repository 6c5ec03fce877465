import { isMap, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml';
import type { ListForm } from '../../core/post/front-matter-style.ts';
import type { FieldValue } from './field.ts';
import type { FrontMatter } from './split.ts';
import { readToml } from './toml-fields.ts';

/** A field, or the line of a map, as it is written. */
export interface FieldShape {
  path: readonly string[];
  /** Undefined: something that no form can show. For a map: null. */
  value: FieldValue | undefined;
  isMap: boolean;
  /** The value as it is written, without the indentation of its field. */
  text: string;
  above: string;
  assign: string;
  beside: string;
  list?: ListForm;
  /** In TOML: its maps' names precede its own. */
  dotted?: boolean;
  /** In TOML: a whole list of tables. */
  tables?: boolean;
  /** The quotes of the first item. */
  item?: string;
}

export interface FrontMatterShape {
  format: FrontMatter['format'];
  indent: string;
  fields: FieldShape[];
  /** Blank lines and comments below the last field. */
  below: string;
}

interface Entry {
  path: string[];
  value: FieldValue | undefined;
  isMap: boolean;
  dotted?: boolean;
  tables?: boolean;
  key: number;
  keyEnd: number;
  start: number;
  end: number;
  items: readonly { start: number; end: number }[];
}

/**
 * Returns how the fields of a front matter are written; undefined if it can't be read. Line ends
 * are `\n`.
 */
export function fieldShapes({ format, fields }: FrontMatter): FrontMatterShape | undefined {
  const entries = format === 'toml' ? tomlEntries(fields) : yamlEntries(fields);
  if (entries === undefined) return undefined;
  const shapes: FieldShape[] = [];
  let at = format === 'json' ? fields.indexOf('{') + 1 : 0;
  for (const entry of entries) {
    const gap = fields.slice(at, entry.key);
    const { beside, above } = cutGap(gap, shapes.length === 0);
    const last = shapes.at(-1);
    if (last && format !== 'json') last.beside = beside;
    shapes.push({ ...shapeOf(fields, entry, format), above: format === 'json' ? '' : above });
    at = entry.end;
  }
  const last = shapes.at(-1);
  const { beside, above: below } = cutGap(fields.slice(at), !last);
  if (last && format !== 'json') last.beside = beside;
  const indent = indentOf(fields, entries, format);
  return { format, indent, fields: shapes, below: format === 'json' ? '' : below };
}

/**
 * Splits a gap into what follows a value in its line, and the blank lines and comments above the
 * next field.
 */
function cutGap(gap: string, isFirst: boolean): { beside: string; above: string } {
  const lines = gap.split('\n');
  lines.pop();
  const beside = isFirst ? '' : (lines.shift() ?? '');
  const above = lines
    .filter((line) => /^[ \t]*(?:#.*)?$/.test(line))
    .map((line) => `${line.trim()}\n`);
  return { beside: /^[ \t]+(?:#.*)?$/.test(beside) ? beside : '', above: above.join('') };
}

function indentOf(text: string, entries: readonly Entry[], format: FrontMatter['format']): string {
  const nested = entries.find(({ path, isMap }) =>
    format === 'json' ? true : path.length > 1 && (format === 'yaml' || !isMap),
  );
  if (nested === undefined) return format === 'toml' ? '' : '  ';
  const before = indentAt(text, nested.key);
  if (format !== 'yaml') return before;
  return before.slice(0, Math.max(1, Math.round(before.length / (nested.path.length - 1))));
}

const indentAt = (text: string, key: number): string =>
  /[ \t]*$/.exec(text.slice(text.lastIndexOf('\n', key - 1) + 1, key))?.[0] ?? '';

function shapeOf(text: string, entry: Entry, format: FrontMatter['format']): FieldShape {
  const { path, value, isMap: isHeader, key, keyEnd, start, end, items } = entry;
  const by = format === 'json' && !text.includes('\n') ? '' : indentAt(text, key);
  const plain = (part: string) => part.replaceAll(`\n${by}`, '\n');
  const sign = text.slice(keyEnd, start);
  const shape: Omit<FieldShape, 'text' | 'assign'> = {
    ...{ path, value, isMap: isHeader, above: '', beside: '' },
    ...(entry.dotted ? { dotted: true } : {}),
  };
  if (entry.tables) return { ...shape, tables: true, text: text.slice(start, end), assign: '' };
  if (isHeader) return { ...shape, text: '', assign: '' };
  const [first] = items;
  const last = items.at(-1);
  if (first && last && Array.isArray(value)) {
    const between = items.slice(1).map((item, at) => text.slice(items[at]?.end, item.start));
    const form = {
      open: plain(text.slice(keyEnd, first.start)),
      between: plain(between[0] ?? ''),
      close: plain(text.slice(last.end, end)),
    };
    const [assign = ''] = /^[ \t]*[:=][ \t]*(?=[^\s]|\n|$)/.exec(form.open) ?? [];
    const open = form.open.slice(assign.length);
    const list = { open, between: form.between || betweenOf(open), close: form.close };
    const item = text.slice(first.start, first.end);
    const isEven = between.every((each) => plain(each) === form.between);
    if (isEven && assign !== '' && Object.values(list).every((part) => /^[[\],\s-]*$/.test(part))) {
      const whole = plain(text.slice(keyEnd + assign.length, end));
      return { ...shape, text: whole, assign, list, item };
    }
  }
  const [assign = ':'] = /^[ \t]*[:=][ \t]*/.exec(sign) ?? [];
  const from = keyEnd + assign.length;
  const isSimple = assign === sign;
  return {
    ...shape,
    value: isSimple ? value : undefined,
    text: plain(text.slice(from, end)),
    assign,
  };
}

/** Returns the text between the items of a list with one item: the same as before the first. */
const betweenOf = (open: string): string =>
  /^\s*\[/.test(open) ? open.replace(/^\s*\[/, ',').replace(/^,$/, ', ') : open;

function yamlEntries(text: string): Entry[] | undefined {
  const document = parseDocument(text);
  if (document.errors.length > 0) return undefined;
  if (document.contents === null) return [];
  return isMap(document.contents) ? entriesOf(document.contents, [], text) : undefined;
}

function entriesOf(
  map: YAMLMap<unknown, unknown>,
  above: readonly string[],
  text: string,
): Entry[] {
  const isJson = map.flow === true;
  return map.items.flatMap(({ key, value }): Entry[] => {
    if (!isScalar(key) || !key.range) return [];
    const path = [...above, String(key.value)];
    const place = { path, key: key.range[0], keyEnd: key.range[1] };
    const own = isMap(value) && value.items.length > 0 && (isJson || value.flow !== true);
    if (own) {
      const inner = value as YAMLMap<unknown, unknown>;
      const colon = text.indexOf(':', place.keyEnd) + 1;
      const header = { value: null, isMap: true, start: colon, end: colon, items: [] };
      // Text between the colon and its fields (an anchor) is YAML syntax.
      if (isJson || /^[ \t]*(?:#[^\n]*)?\n/.test(text.slice(colon))) {
        return [{ ...place, ...header }, ...entriesOf(inner, path, text)];
      }
    }
    const range = (value as { range?: [number, number, number] } | null)?.range;
    const colon = text.indexOf(':', place.keyEnd) + 1;
    const isBlock = isSeq(value) && value.flow !== true;
    const items = isSeq(value)
      ? value.items.flatMap((item) => {
          const at = (item as { range?: [number, number, number] } | null)?.range;
          return at ? [{ start: at[0], end: at[1] }] : [];
        })
      : [];
    const start = range?.[0] ?? colon;
    const rawEnd = (isBlock ? items.at(-1)?.end : undefined) ?? range?.[1] ?? colon;
    const end = Math.max(start, rawEnd - (/\n*$/.exec(text.slice(start, rawEnd))?.[0].length ?? 0));
    return [{ ...place, value: readValue(value), isMap: false, start, end, items }];
  });
}

function readValue(node: unknown): FieldValue | undefined {
  if (isScalar(node)) return simple(node.value);
  if (!isSeq(node)) return undefined;
  const values = node.items.map((item) => (isScalar(item) ? simple(item.value) : undefined));
  return values.every((value) => typeof value === 'string') ? values : undefined;
}

function simple(value: unknown): string | number | boolean | null | undefined {
  const isSimple = ['string', 'number', 'boolean'].includes(typeof value) || value === null;
  return isSimple ? (value as string | number | boolean | null) : undefined;
}

function tomlEntries(text: string): Entry[] | undefined {
  const read = readToml(text);
  if (!read.ok) return undefined;
  const lines = [...text.matchAll(/^[ \t]*(\[\[?)([^[\]\n]+)\]\]?[ \t]*(?:#.*)?$/gm)]
    .map((match) => ({
      isList: match[1] === '[[',
      key: match.index + (/^[ \t]*/.exec(match[0])?.[0].length ?? 0),
      end: match.index + match[0].replace(/[ \t]*(?:#.*)?$/, '').length,
      path: [...(match[2] ?? '').matchAll(/"((?:\\.|[^"\\])*)"|'([^']*)'|([\w-]+)/g)].map(
        ([, quoted, single, bare]) => quoted ?? single ?? bare ?? '',
      ),
    }))
    // The lines of a value may look like this.
    .filter(({ key }) => !read.value.some(({ start, end }) => key > start && key < end));
  const lists = tableLists(text, lines);
  const isInList = (at: number) => lists.some(({ start, end }) => at >= start && at < end);
  const headers = lines
    .filter(({ key, isList }) => !isList && !isInList(key))
    .map(({ path, key, end }): Entry => {
      const place = { key, keyEnd: end, start: end, end };
      return { path, value: null, isMap: true, ...place, items: [] };
    });
  const fields = read.value
    .filter(({ key }) => !isInList(key))
    .map(({ path, value, key, start, end, items = [] }): Entry => {
      const keyEnd = key + (/[ \t]*=[ \t]*$/.exec(text.slice(key, start))?.index ?? 0);
      const table = headers.findLast((header) => header.key < key)?.path ?? [];
      const dotted = path.length > table.length + 1 ? { dotted: true } : {};
      return { path: [...path], value, isMap: false, key, keyEnd, start, end, items, ...dotted };
    });
  return [...headers, ...fields, ...lists].sort((a, b) => a.key - b.key);
}

interface TableLine {
  isList: boolean;
  path: string[];
  key: number;
}

/** Combines each list of tables: from its first `[[` to the last line before a table outside it. */
function tableLists(text: string, lines: readonly TableLine[]): Entry[] {
  const lists: Entry[] = [];
  for (let at = 0; at < lines.length; ) {
    const first = lines[at];
    if (!first?.isList) {
      at++;
      continue;
    }
    const { path, key: start } = first;
    const isOfList = (line: TableLine | undefined) =>
      line !== undefined && path.every((name, depth) => line.path[depth] === name);
    while (isOfList(lines[at])) at++;
    const next = lines[at]?.key ?? text.length;
    // Blank lines and comments before the next table belong to that.
    const whole = text.slice(start, next).replace(/(?:\n[ \t]*(?:#[^\n]*)?)*$/, '');
    const end = start + whole.length;
    const place = { key: start, keyEnd: start, start, end };
    lists.push({ path, value: undefined, isMap: false, tables: true, ...place, items: [] });
  }
  return lists;
}
