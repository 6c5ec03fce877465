import * as v from 'valibot';
import { limits } from '../base/limits.ts';

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(limits.label));
const matching = (pattern: RegExp) =>
  v.pipe(v.string(), v.maxLength(limits.label), v.regex(pattern));

/** What stands around the items of a list: signs and blanks alone, whatever a file of somebody else's says. */
const listSigns = matching(/^[[\],\s-]*$/);

/** How a list is written; line ends in it get the indentation of its field. */
export const ListFormSchema = v.object({
  /** Between the field's name and the first item: ` [`, or `\n- `. */
  open: listSigns,
  between: listSigns,
  close: listSigns,
});

/** One field of a front matter. */
export const FieldStyleSchema = v.object({
  /** Its name, after those of the maps that it is in. */
  path: v.pipe(v.array(name), v.minLength(1), v.maxLength(limits.fieldDepth)),
  /**
   * `map`: it holds the fields after it whose path begins with its own. `raw`: its text as it is, in the words of the
   * file's format.
   */
  type: v.picklist(['string', 'number', 'boolean', 'date', 'list', 'map', 'raw']),
  /**
   * Where its value is from: a detail of the wrap-up (`published` is the opposite of `draft`); `typed`: a field of the
   * wrap-up's own, `text` where it has none; `fixed`: `text`; `computed`: what `text` makes as Liquid.
   */
  from: v.picklist([
    ...['title', 'slug', 'date', 'event-date', 'draft', 'published', 'tags'],
    ...['typed', 'fixed', 'computed'],
  ] as const),
  /** A list's items stand in a line each. */
  text: v.optional(v.pipe(v.string(), v.maxLength(limits.note)), ''),
  /** Of strings, dates and items; `plain`: where the format can do without. */
  quotes: v.optional(v.picklist(['plain', 'double', 'single']), 'plain'),
  /** Absent: as the format has it mostly. */
  list: v.optional(ListFormSchema),
  /** Of a date: conversions of strftime; '' as it is stored, `2026-03-19T10:30:00+01:00`. */
  form: v.optional(v.pipe(v.string(), v.maxLength(100)), ''),
  /** Time zone in which a date is written; '' its own. */
  zone: v.optional(v.pipe(v.string(), v.maxLength(100)), ''),
  /** Left out where it has no value, or says `false`. */
  omitEmpty: v.optional(v.boolean(), false),
  /** Blank lines and comments that stand above it. */
  above: v.optional(
    v.pipe(v.string(), v.maxLength(limits.note), v.regex(/^(?:[ \t]*(?:#[^\r\n]*)?\n)*$/)),
    '',
  ),
  /** Between name and value; '' as the format has it mostly. */
  assign: v.optional(matching(/^[ \t]*[:=]?[ \t]*$/), ''),
  /** In TOML: its name stands behind those of its maps, as far as they have no table of their own (`a.b = 1`). */
  dotted: v.optional(v.boolean()),
  /** In TOML, of `raw`: its text holds its names, too, as a list of tables does (`[[a]]`); it stands among the tables. */
  tables: v.optional(v.boolean()),
  /** A comment behind the value, with the blanks before it. */
  beside: v.optional(matching(/^(?:[ \t]+(?:#[^\r\n]*)?)?$/), ''),
});

/** The front matter of a blog's posts, as data. */
export const FrontMatterStyleSchema = v.object({
  format: v.picklist(['yaml', 'toml', 'json', 'none']),
  fields: v.pipe(v.array(FieldStyleSchema), v.maxLength(limits.frontMatterFields)),
  /** Of the fields of a map, of JSON's all. */
  indent: v.optional(matching(/^[ \t]{0,8}$/), '  '),
  /** Fields that a wrap-up has beside these: at the end, or in this map, but for those that are named here. */
  others: v.optional(v.object({ map: name, except: v.array(name) })),
  /** Blank lines below it. */
  blankLines: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3)), 1),
});

export type ListForm = v.InferOutput<typeof ListFormSchema>;
export type FieldStyle = v.InferOutput<typeof FieldStyleSchema>;
export type FrontMatterStyle = v.InferOutput<typeof FrontMatterStyleSchema>;
export type FieldSource = FieldStyle['from'];

/** The name by which a wrap-up's own fields know a field: its names with dots between them. */
export const fieldKey = ({ path }: Pick<FieldStyle, 'path'>): string => path.join('.');
