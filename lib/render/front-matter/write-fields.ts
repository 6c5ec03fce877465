import type { FieldStyle, FrontMatterStyle } from '../../core/post/front-matter-style.ts';
import type { FieldValue } from './field-values.ts';
import { tomlKey, tomlQuoted, tomlSingle } from './toml-scalars.ts';
import { yamlKey, yamlPlain, yamlPlainInList, yamlQuoted, yamlSingle } from './yaml-scalars.ts';

type Format = Exclude<FrontMatterStyle['format'], 'none'>;

/** A field with its value, or its fields if it is a map. */
interface Node {
  name: string;
  path: readonly string[];
  /** Absent for a map that exists only for its fields. */
  field?: FieldStyle;
  value?: FieldValue;
  fields: Node[];
}

/** Writes a front matter with its delimiters, ending with a line end; '' if the style has none. */
export function writeFields(
  style: Pick<FrontMatterStyle, 'format' | 'indent' | 'below' | 'closing'>,
  fields: readonly { field: FieldStyle; value: FieldValue }[],
): string {
  const { format, indent, below = '' } = style;
  const nodes = treeOf(fields);
  switch (format) {
    case 'yaml':
      return `---\n${yamlLines(nodes, '', indent).join('')}${below}${style.closing ?? '---'}\n`;
    case 'toml':
      return `+++\n${tomlLines(nodes, indent).join('')}${below}+++\n`;
    case 'json':
      return `${jsonOf(nodes, '', indent)}\n`;
    case 'none':
      return '';
  }
}

/**
 * Groups the fields of each map, in the order of their first occurrence; empty maps are left out.
 */
function treeOf(fields: readonly { field: FieldStyle; value: FieldValue }[]): Node[] {
  const root: Node = { name: '', path: [], fields: [] };
  for (const { field, value } of fields) {
    let above = root;
    for (const [at, name] of field.path.entries()) {
      const path = field.path.slice(0, at + 1);
      const isSelf = at === field.path.length - 1;
      let node = above.fields.find((each) => each.name === name);
      if (node === undefined) {
        node = { name, path, fields: [] };
        above.fields.push(node);
      }
      if (isSelf && node.field === undefined) Object.assign(node, { field, value });
      above = node;
    }
  }
  return pruned(root.fields);
}

const isMap = ({ field, fields }: Node) =>
  field === undefined || field.type === 'map' || fields.length > 0;

function pruned(nodes: readonly Node[]): Node[] {
  return nodes
    .map((node) => (node.fields.length > 0 ? { ...node, fields: pruned(node.fields) } : node))
    .filter((node) => node.fields.length > 0 || (!isMap(node) && node.value !== undefined));
}

/** Indents every line of a text except the first, and blank ones. */
const indented = (text: string, by: string) =>
  by === '' ? text : text.replace(/\n(?!\n)/g, `\n${by}`);

function yamlLines(nodes: readonly Node[], by: string, indent: string): string[] {
  return nodes.flatMap((node) => {
    const { field, fields, name } = node;
    const above = field?.above ?? '';
    const key = by + yamlKey(name.toWellFormed());
    if (isMap(node)) {
      const inside = yamlLines(fields, by + (indent || '  '), indent);
      return [`${above}${key}:${field?.beside ?? ''}\n`, ...inside];
    }
    if (!field) return [];
    return [above + valueLine('yaml', field, node.value, by, key)];
  });
}

/** Returns the line of a value, with its name; a list that is too long for one line gets its other form. */
function valueLine(
  format: Format,
  field: FieldStyle,
  value: FieldValue,
  by: string,
  key: string,
): string {
  const sign = field.assign || (format === 'toml' ? ' = ' : ': ');
  const write = (one: FieldStyle) =>
    `${key}${assigned(sign, indented(valueText(format, one, value), by))}${field.beside}\n`;
  const line = write(field);
  const { wideList } = field;
  return wideList && typeof value === 'object' && line.length - 1 > wideList.columns
    ? write({ ...field, list: wideList })
    : line;
}

/** A list with a line for each item begins below its name, an empty value right after the sign. */
function assigned(sign: string, value: string): string {
  if (value === '' || value.startsWith('\n')) return sign.trimEnd() + value;
  return (/\s$/.test(sign) ? sign : `${sign} `) + value;
}

/** Fields outside tables come before the first table. */
function tomlLines(
  nodes: readonly Node[],
  indent: string,
  above: readonly string[] = [],
): string[] {
  const by = above.length === 0 ? '' : indent;
  const isTable = (node: Node) => isTables(node) || (isMap(node) && !isDotted(node));
  return [
    ...nodes.filter((node) => !isTable(node)).flatMap((node) => tomlValues(node, by)),
    ...nodes.filter(isTable).flatMap((node) => {
      const { field, fields, path, value } = node;
      if (isTables(node)) return [`${field?.above ?? ''}${String(value)}\n`];
      const header = path.map((name) => tomlKey(name.toWellFormed())).join('.');
      // A table that contains only tables needs no line.
      const isSaid = field !== undefined || fields.some((each) => !isMap(each));
      const line = `${field?.above ?? '\n'}[${header}]${field?.beside ?? ''}\n`;
      return [...(isSaid ? [line] : []), ...tomlLines(fields, indent, path)];
    }),
  ];
}

/** True for a list of tables, with its names in its text. */
const isTables = ({ field, value }: Node): boolean =>
  field?.tables === true && field.type === 'raw' && typeof value === 'string';

/** True for a map without a table: the names in it follow its own. */
const isDotted = ({ field, fields }: Node): boolean =>
  field === undefined &&
  fields.every((each) => (isMap(each) ? isDotted(each) : each.field?.dotted === true));

/** Returns the line of a value, or those of a map without a table. */
function tomlValues({ field, fields, name, value }: Node, by: string, maps = ''): string[] {
  const key = maps + tomlKey(name.toWellFormed());
  if (fields.length > 0) return fields.flatMap((each) => tomlValues(each, by, `${key}.`));
  if (!field) return [];
  return [field.above + valueLine('toml', field, value, by, by + key)];
}

/** Without an indentation it is one line. */
function jsonOf(nodes: readonly Node[], by: string, indent: string): string {
  if (nodes.length === 0) return '{}';
  const inner = by + indent;
  const [start, between, end] =
    indent === '' ? ['{ ', ', ', ' }'] : [`{\n${inner}`, `,\n${inner}`, `\n${by}}`];
  const parts = nodes.map((node) => {
    const key = jsonQuoted(node.name.toWellFormed()) + (node.field?.assign || ': ');
    if (isMap(node)) return key + jsonOf(node.fields, inner, indent);
    return key + (node.field ? indented(valueText('json', node.field, node.value), inner) : '""');
  });
  return start + parts.join(between) + end;
}

const usualList = {
  yaml: { open: '\n- ', between: '\n- ', close: '' },
  toml: { open: '[', between: ', ', close: ']' },
  json: { open: '[', between: ', ', close: ']' },
} as const;

function valueText(format: Format, field: FieldStyle, value: FieldValue): string {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') {
    if (value.length === 0) return '[]';
    const { open, between, close } = field.list ?? usualList[format];
    const isInLine = open.trimStart().startsWith('[');
    const items = value.map((item) => stringText(format, field, item.toWellFormed(), isInLine));
    return open + items.join(between) + close;
  }
  const text = value.toWellFormed();
  if (field.type === 'raw') return text;
  if (field.type === 'number' && isNumber(format, text)) return text;
  if (field.type === 'date') return dateText(format, field, text);
  return stringText(format, field, text, false);
}

const numbers = {
  yaml: /^[+-]?(?:0|[1-9][\d_]*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/,
  toml: /^[+-]?(?:0|[1-9][\d_]*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/,
  json: /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/,
} as const;

/** True if parsers of the format read the text as a number. */
export const isNumber = (format: Format, text: string): boolean => numbers[format].test(text);

/** Writes it plain if the format reads it as a date. */
function dateText(format: Format, field: FieldStyle, text: string): string {
  const isDate = /^\d{4}[\d:TZ. +-]*$/.test(text);
  if (field.quotes !== 'plain' || format === 'json' || (format === 'toml' && !isDate)) {
    return stringText(format, field, text, false);
  }
  return isDate ? text : stringText(format, field, text, false);
}

function stringText(format: Format, field: FieldStyle, text: string, inList: boolean): string {
  const { type, needed } = field;
  const quotes = bestQuotes(field, text);
  switch (format) {
    case 'yaml':
      if (quotes === 'single') return yamlSingle(text);
      if (quotes === 'double' || (type === 'date' && !isWords(text))) return yamlQuoted(text);
      if (text === '' && field.bare && !inList) return '';
      return inList ? yamlPlainInList(text, needed) : yamlPlain(text, needed);
    case 'toml':
      return quotes === 'single' ? tomlSingle(text) : tomlQuoted(text);
    case 'json':
      return jsonQuoted(text);
  }
}

function bestQuotes({ quotes, fewEscapes }: FieldStyle, text: string): FieldStyle['quotes'] {
  if (!fewEscapes || quotes === 'plain') return quotes;
  const [own, other] = quotes === 'double' ? ['"', "'"] : ["'", '"'];
  if (!text.includes(own) || text.includes(other) || text.includes('\\')) return quotes;
  return quotes === 'double' ? 'single' : 'double';
}

/** True for a date in words, which is written plain if possible. */
const isWords = (text: string) => /^[\p{L}\d][\p{L}\d ,.:/-]*$/u.test(text);

const jsonQuoted = (text: string): string =>
  JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
