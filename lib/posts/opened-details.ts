import { clampText, limits } from '../core/base/limits.ts';
import {
  type OpenedDetail,
  type OpenedFile,
  openedDetails,
  type WrapUpDetails,
} from '../core/post/wrap-up.ts';
import { formatOffset } from '../core/time/date.ts';
import { type FieldChange, readFields, withFields } from './front-matter/change-field.ts';
import type { Field, FieldValue } from './front-matter/field.ts';
import type { FrontMatter } from './front-matter/split.ts';

type Details = OpenedFile['details'];

/** The details to use if the front matter does not have them. */
export type Unsaid = Pick<Details, 'title' | 'slug' | 'date'>;

/** Returns a post's details from its front matter, and which of them it has no place for. */
export function readDetails(
  frontMatter: FrontMatter | undefined,
  unsaid: Unsaid,
): Pick<OpenedFile, 'details' | 'locked' | 'brokenAt'> {
  const nothing = { ...unsaid, draft: false, tags: [], extraFields: [] };
  if (frontMatter === undefined) return { details: nothing, locked: [...openedDetails] };
  const read = readFields(frontMatter);
  if (!read.ok) {
    const above = frontMatter.opening.match(/\r\n?|\n/g)?.length ?? 0;
    return { details: nothing, locked: [...openedDetails], brokenAt: above + read.error.line };
  }
  const fields = read.value;
  const valueAt = (key: string) => fields.find((field) => isTop(field, key))?.value;
  const [title, date, draft, tags] = ['title', 'date', 'draft', 'tags'].map(valueAt);
  const stored = typeof date === 'string' ? toStoredDate(date) : undefined;
  const known = {
    ...(typeof title === 'string' && title.length <= limits.title ? { title: oneLine(title) } : {}),
    ...(stored === undefined ? {} : { date: stored }),
    ...(typeof draft === 'boolean' ? { draft } : {}),
    ...(isList(tags) && tags.length <= limits.tags && tags.every(isShort)
      ? { tags: [...tags] }
      : {}),
  };
  const extraFields = fields.flatMap(({ path, value, start, end }) => {
    const [key = '', ...deeper] = path;
    if (deeper.length > 0 || Object.hasOwn(known, key)) return [];
    if (key === '' || key.length > limits.label) return [];
    const asText = value === null ? '' : withoutEnd(String(value));
    // A number as it is written: `1.10`, `0x1F`, one with more digits than a number can store.
    const text = typeof value === 'number' ? frontMatter.fields.slice(start, end) : asText;
    // A form's field has one line, so it would remove the line ends of a longer text.
    const isText = value !== undefined && !isList(value) && /^.{0,20000}$/.test(text);
    return isText ? [{ key, value: text }] : [];
  });
  const details = { ...nothing, ...known, extraFields };
  const isFree = (key: string) =>
    Object.hasOwn(known, key) || !fields.some(({ path: [first] }) => first?.toLowerCase() === key);
  const locked = openedDetails.filter((key) =>
    key === 'extraFields'
      ? extraFields.length > limits.frontMatterFields
      : !isFree(key) || !withFields(frontMatter, [{ path: [key], value: probes[key] }]).ok,
  );
  const kept = extraFields.length > limits.frontMatterFields ? [] : extraFields;
  return { details: { ...details, extraFields: kept }, locked };
}

/** Values for testing whether a detail can be written. */
const probes: Record<'title' | 'date' | 'draft' | 'tags', FieldValue> = {
  title: 'a',
  date: '2031-03-02T10:00:00Z',
  draft: true,
  tags: ['a'],
};

/** A folded text (`>`) ends with a line end, which a form's field does not have. */
const withoutEnd = (text: string) => text.replace(/\n$/, '');

/** Ends a text with a line end if the one that it replaces ends with one. */
const endedLike = (old: FieldValue | undefined, text: string) =>
  typeof old === 'string' && /[^\n]\n$/.test(old) && text !== '' ? `${text}\n` : text;

/** A form's one-line field would remove the line ends of a longer text. */
const oneLine = (text: string) => (/[\r\n]/.test(text) ? text.replace(/\s+/g, ' ').trim() : text);

const isTop = ({ path }: Field, key: string) => path.length === 1 && path[0] === key;
const isList = (value: unknown): value is readonly string[] => Array.isArray(value);
const isShort = (tag: string) => tag.length <= limits.tag;

export interface WrittenDetails {
  frontMatter: FrontMatter;
  /** Keys of changed fields that have a form there which can't be overwritten. */
  unwritten: string[];
}

/**
 * Returns the front matter of an opened post with the details that have changed since; everything
 * else stays.
 */
export function writeDetails(
  { frontMatter, details: before, locked }: Pick<OpenedFile, 'frontMatter' | 'details' | 'locked'>,
  now: Pick<WrapUpDetails, OpenedDetail>,
): WrittenDetails | undefined {
  if (frontMatter === undefined) return undefined;
  const unwritten: string[] = [];
  const changes: FieldChange[] = [];
  const isLocked = (key: OpenedDetail) => locked.includes(key);
  if (now.draft !== before.draft && !isLocked('draft')) {
    changes.push({ path: ['draft'], value: now.draft });
  }
  if (!isSame(now.tags, before.tags) && !isLocked('tags')) {
    changes.push({ path: ['tags'], value: now.tags });
  }
  const read = readFields(frontMatter);
  const fields = read.ok ? read.value : [];
  const valueAt = (key: string) => fields.find((field) => isTop(field, key))?.value;
  if (now.title !== before.title && !isLocked('title')) {
    changes.unshift({ path: ['title'], value: endedLike(valueAt('title'), now.title) });
  }
  if (now.date !== before.date && !isLocked('date')) {
    const old = valueAt('date');
    const value = typeof old === 'string' ? inFormOf(old, now.date) : now.date;
    changes.push({ path: ['date'], value });
  }
  if (!isLocked('extraFields')) {
    const [old, fresh] = [before.extraFields, now.extraFields].map(
      (list) => new Map(list.map(({ key, value }) => [key, value])),
    );
    for (const key of old?.keys() ?? []) {
      if (!fresh?.has(key)) changes.push({ path: [key], value: undefined });
    }
    for (const [key, value] of fresh ?? []) {
      if (old?.get(key) === value) continue;
      // A field that the front matter has in an unknown form is not overwritten.
      if (!old?.has(key) && fields.some(({ path: [first] }) => first === key)) {
        unwritten.push(key);
        continue;
      }
      changes.push({ path: [key], ...typedAs(valueAt(key), value, frontMatter.format) });
    }
  }
  // They are written one by one, so that one that can't be written does not block the others.
  let text = frontMatter;
  for (const change of changes) {
    const next = withFields(text, [change]);
    if (next.ok) text = next.value;
    else unwritten.push(change.path.join('.'));
  }
  return { frontMatter: text, unwritten };
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Converts a text to the type of the value that it replaces, if possible. */
function typedAs(
  old: FieldValue | undefined,
  text: string,
  format: FrontMatter['format'],
): Pick<FieldChange, 'value' | 'written'> {
  const bare = text.trim();
  const number = typeof old === 'number' ? numberIn(bare, format) : undefined;
  if (number !== undefined) return { value: number, written: bare };
  if (typeof old === 'boolean' && (bare === 'true' || bare === 'false')) {
    return { value: bare === 'true' };
  }
  return { value: old === null && text === '' ? null : endedLike(old, text) };
}

/** Returns the number that a text means to parsers of a format. */
function numberIn(text: string, format: FrontMatter['format']): number | undefined {
  // JSON is read as YAML, which has more number formats.
  if (!(format === 'json' ? /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/ : /^(?![+-]?0\d)[\w.+-]+$/).test(text))
    return undefined;
  const fields = format === 'toml' ? `n = ${text}` : `n: ${text}`;
  const read = readFields({
    format: format === 'toml' ? format : 'yaml',
    opening: '',
    fields,
    closing: '',
  });
  const value = read.ok ? read.value[0]?.value : undefined;
  return typeof value === 'number' ? value : undefined;
}

const dateForm =
  /^(\d{4}-\d\d-\d\d)(?:([Tt ])(\d\d:\d\d)(?::(\d\d)(\.\d+)?)?(?:( ?)([Zz]|[+-]\d\d:?\d\d))?)?$/;

/** Returns a date in a wrap-up's format; without a zone it is in UTC, as in generators. */
function toStoredDate(text: string): string | undefined {
  const [, day, , time = '00:00', seconds = '00', , , zone = '+00:00'] = dateForm.exec(text) ?? [];
  if (day === undefined) return undefined;
  const offset = /z/i.test(zone) ? '+00:00' : zone.replace(/^(...):?/, '$1:');
  const stored = `${day}T${time}:${seconds}${offset}`;
  // Its offset may be 99 hours, for example.
  return Number.isNaN(Date.parse(stored)) ? undefined : stored;
}

/**
 * Writes a stored date like `old`: with the same parts of time and zone, and the same separators.
 */
function inFormOf(old: string, date: string): string {
  const [, , sign, , seconds, , space = '', zone] = dateForm.exec(old) ?? [];
  const [day, time, second, offset] = [
    date.slice(0, 10),
    date.slice(11, 16),
    date.slice(17, 19),
    date.slice(19),
  ];
  if (sign === undefined) return `${time}:${second}` === '00:00:00' ? day : date;
  const clock = seconds === undefined && second === '00' ? time : `${time}:${second}`;
  if (zone === undefined) return `${day}${sign}${clock}`;
  const isUtc = offset === 'Z' || offset === formatOffset(0);
  const written = /z/i.test(zone) && isUtc ? zone : offset.replace('Z', formatOffset(0));
  const asThere = zone.includes(':') || /z/i.test(zone) ? written : written.replace(':', '');
  return `${day}${sign}${clock}${space}${asThere}`;
}

/**
 * Returns a title for a post whose front matter has none: its first heading, else its file's name.
 */
export function titleOf(stem: string, headings: readonly string[]): string {
  return clampText(headings[0]?.trim() || stem, limits.title);
}
