import type { FieldSource, FieldStyle, FrontMatterStyle } from './front-matter-style.ts';

type Path = readonly string[];
type Fields = readonly FieldStyle[];

const isSame = (one: Path, other: Path) =>
  one.length === other.length && one.every((name, at) => name === other[at]);
const isInside = (path: Path, map: Path) =>
  path.length > map.length && map.every((name, at) => name === path[at]);
const mapOf = (path: Path): Path => path.slice(0, -1);

/**
 * Sorts fields as they are written: the fields of a map stay together, at the place of the first.
 */
export function fieldsInOrder(fields: Fields, map: Path = []): FieldStyle[] {
  const inside = fields.filter(({ path }) => isInside(path, map));
  const names = [...new Set(inside.map(({ path }) => path[map.length] ?? ''))];
  return names.flatMap((name) => {
    const path = [...map, name];
    const own = inside.filter((field) => isSame(field.path, path));
    return [...own, ...fieldsInOrder(inside, path)];
  });
}

/** Returns the index after a field and everything in it; fields are in order. */
function endOf(fields: Fields, at: number): number {
  const path = fields[at]?.path ?? [];
  const behind = fields.findIndex((field, index) => index > at && !isInside(field.path, path));
  return behind < 0 ? fields.length : behind;
}

/**
 * Moves a field with everything in it before or after the next one of its map; unchanged if there
 * is none.
 * @param fields in order, as in all functions here
 */
export function moveField(fields: Fields, at: number, by: -1 | 1): FieldStyle[] {
  const map = mapOf(fields[at]?.path ?? []);
  const isSibling = ({ path }: FieldStyle) => isSame(mapOf(path), map);
  const end = endOf(fields, at);
  if (by > 0) {
    if (end >= fields.length || !isInside(fields[end]?.path ?? [], map)) return [...fields];
    return putAt(fields, at, end, endOf(fields, end));
  }
  const before = fields.slice(0, at).findLastIndex(isSibling);
  return before < 0 ? [...fields] : putAt(fields, at, end, before);
}

/** Moves the fields `start` to `end` to another place, whose index counts them. */
function putAt(fields: Fields, start: number, end: number, place: number): FieldStyle[] {
  const others = fields.toSpliced(start, end - start);
  const to = place >= end ? place - (end - start) : place;
  return others.toSpliced(to, 0, ...fields.slice(start, end));
}

/**
 * Moves a field after another one, or to the start. It stays in its map, after the fields of the
 * map that are before that place.
 * @param after index of the field above the place; undefined: there is none
 */
export function moveFieldTo(fields: Fields, at: number, after: number | undefined): FieldStyle[] {
  const map = mapOf(fields[at]?.path ?? []);
  const end = endOf(fields, at);
  if (after !== undefined && after >= at && after < end) return [...fields];
  const isSibling = ({ path }: FieldStyle, index: number) =>
    isSame(mapOf(path), map) && index !== at;
  const before = fields.slice(0, (after ?? -1) + 1).findLastIndex(isSibling);
  if (before >= 0) return putAt(fields, at, end, endOf(fields, before));
  const first = fields.findIndex(({ path }) => isInside(path, map));
  return putAt(fields, at, end, first);
}

/** Returns the field and what is in it under another path. */
function underPath(fields: Fields, at: number, path: Path): FieldStyle[] {
  const old = fields[at]?.path ?? [];
  return fields.map((field, index) => {
    if (index === at) return { ...field, path: [...path] };
    if (!isInside(field.path, old)) return field;
    return { ...field, path: [...path, ...field.path.slice(old.length)] };
  });
}

export const renameField = (fields: Fields, at: number, name: string): FieldStyle[] =>
  underPath(fields, at, [...mapOf(fields[at]?.path ?? []), name]);

/** Makes the field the last one of a map; `[]` is the top level. */
export function putInMap(fields: Fields, at: number, map: Path): FieldStyle[] {
  const name = fields[at]?.path.at(-1) ?? '';
  const end = endOf(fields, at);
  const moved = underPath(fields, at, [...map, name]);
  return fieldsInOrder(putAt(moved, at, end, fields.length));
}

/** Removes a field and everything in it. */
export const removeField = (fields: Fields, at: number): FieldStyle[] =>
  fields.toSpliced(at, endOf(fields, at) - at);

/**
 * True if another field of the same map has the name.
 * @param ignoresCase for YAML and JSON, because to Hugo `Series` and `series` are one
 */
export function isNameTaken(
  fields: Fields,
  at: number,
  name: string,
  ignoresCase: boolean,
  map: Path = mapOf(fields[at]?.path ?? []),
): boolean {
  const known = (text: string) => (ignoresCase ? text.toLowerCase() : text);
  return fields.some(({ path }, index) => {
    const isOther = index !== at && isInside(path, map);
    return isOther && !isWithin(fields, at, path) && known(path[map.length] ?? '') === known(name);
  });
}

const isWithin = (fields: Fields, at: number, path: Path) => isInside(path, fields[at]?.path ?? []);

/** Where the value of a field of each type can come from. */
export const sourcesOf: Readonly<Record<FieldStyle['type'], readonly FieldSource[]>> = {
  string: ['title', 'slug', 'typed', 'fixed', 'computed'],
  number: ['typed', 'fixed', 'computed'],
  boolean: ['draft', 'published', 'typed', 'fixed', 'computed'],
  date: ['date', 'event-date', 'typed', 'fixed', 'computed'],
  list: ['tags', 'typed', 'fixed', 'computed'],
  map: ['fixed'],
  // A value from a page is never written raw, in the format's own syntax.
  raw: ['typed', 'fixed'],
};

/** Changes a field's type; settings that the new type can't have are dropped. */
export function withType(field: FieldStyle, type: FieldStyle['type']): FieldStyle {
  const { list, wideList, tables: _, ...rest } = field;
  const isKnown = sourcesOf[type].includes(field.from) && field.type !== 'map';
  return {
    ...rest,
    type,
    from: isKnown ? field.from : type === 'map' ? 'fixed' : 'typed',
    ...(type === 'list' && list ? { list } : {}),
    ...(type === 'list' && wideList ? { wideList } : {}),
    ...(type === 'date' ? {} : { form: '', zone: '' }),
    ...(type === 'map' ? { text: '', assign: '', quotes: 'plain' as const } : {}),
  };
}

/** Changes a front matter's format; values get the new format's quotes. */
export function withFormat(
  style: FrontMatterStyle,
  format: FrontMatterStyle['format'],
): FrontMatterStyle {
  const fields = style.fields.map((field) => ({
    ...withoutForms(field),
    ...{ assign: '', beside: format === 'json' ? '' : field.beside },
    above: format === 'json' ? '' : field.above,
  }));
  return { ...style, format, fields, indent: format === 'toml' ? '' : '  ' };
}

/** Drops what is said in the words of one format. */
function withoutForms(field: FieldStyle): FieldStyle {
  const { list, wideList, dotted, tables, ...others } = field;
  return others;
}

/** Returns the maps that a field can go into: not itself, nor any map in it. */
export function mapsOf(fields: Fields, at: number): Path[] {
  const own = fields[at]?.path ?? [];
  const maps: Path[] = [];
  for (const { path, type } of fields) {
    const levels = type === 'map' ? path.length : path.length - 1;
    for (let depth = 1; depth <= levels; depth++) {
      const map = path.slice(0, depth);
      if (isSame(map, own) || isInside(map, own)) continue;
      if (!maps.some((each) => isSame(each, map))) maps.push(map);
    }
  }
  return maps;
}
