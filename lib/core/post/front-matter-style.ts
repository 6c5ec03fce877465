import * as v from 'valibot';
import { limits } from '../base/limits.ts';

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(limits.label));
const matching = (pattern: RegExp) =>
  v.pipe(v.string(), v.maxLength(limits.label), v.regex(pattern));

/** What surrounds the items of a list: only signs and blanks, whatever a foreign file contains. */
const listSigns = matching(/^[[\],\s-]*$/);

/** Blank lines and comments. */
const linesAround = v.pipe(
  v.string(),
  v.maxLength(limits.note),
  v.regex(/^(?:[ \t]*(?:#[^\r\n]*)?\n)*$/),
);

/** How a list is written; its line ends are followed by the field's indentation. */
export const ListFormSchema = v.object({
  /** What is between the field's name and the first item: ` [`, or `\n- `. */
  open: listSigns,
  between: listSigns,
  close: listSigns,
});

/** One field of a front matter. */
export const FieldStyleSchema = v.object({
  /** Its name, preceded by those of the maps that it is in. */
  path: v.pipe(v.array(name), v.minLength(1), v.maxLength(limits.fieldDepth)),
  /**
   * `map`: it holds the following fields whose path begins with its own. `raw`: its text is written
   * unchanged, in the syntax of the file's format.
   */
  type: v.picklist(['string', 'number', 'boolean', 'date', 'list', 'map', 'raw']),
  /**
   * Where its value comes from: a detail of the wrap-up (`published` is the opposite of `draft`);
   * `typed`: an extra field of the wrap-up, or `text` if it has none; `fixed`: `text`; `computed`:
   * the result of `text` as Liquid.
   */
  from: v.picklist([
    ...['title', 'slug', 'date', 'event-date', 'draft', 'published', 'tags'],
    ...['typed', 'fixed', 'computed'],
  ] as const),
  /** A list has one item on each line. */
  text: v.optional(v.pipe(v.string(), v.maxLength(limits.note)), ''),
  /** For strings, dates and items; `plain`: no quotes if the format allows it. */
  quotes: v.optional(v.picklist(['plain', 'double', 'single']), 'plain'),
  /** In YAML, for `plain`: the quotes of a text that can't be plain; absent: double ones. */
  needed: v.optional(v.picklist(['double', 'single'])),
  /** Text with such quotes, and none of the others, gets the others, which need no escapes. */
  fewEscapes: v.optional(v.boolean()),
  /** In YAML: nothing is written for an empty text, instead of a pair of quotes. */
  bare: v.optional(v.boolean()),
  /** Absent: the format's usual form. */
  list: v.optional(ListFormSchema),
  /** The form of a list whose line would be longer than this many characters. */
  wideList: v.optional(
    v.object({
      columns: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)),
      ...ListFormSchema.entries,
    }),
  ),
  /** For a date: strftime conversions; '' as it is stored, `2026-03-19T10:30:00+01:00`. */
  form: v.optional(v.pipe(v.string(), v.maxLength(100)), ''),
  /** Time zone in which a date is written; '' for its own. */
  zone: v.optional(v.pipe(v.string(), v.maxLength(100)), ''),
  /** It is left out if it has no value, or is `false`. */
  omitEmpty: v.optional(v.boolean(), false),
  /** Blank lines and comments above it. */
  above: v.optional(linesAround, ''),
  /** Text between name and value; '' for the format's usual one. */
  assign: v.optional(matching(/^[ \t]*[:=]?[ \t]*$/), ''),
  /** In TOML: its name follows those of its maps, unless they have a table (`a.b = 1`). */
  dotted: v.optional(v.boolean()),
  /**
   * In TOML, for `raw`: its text includes its names, too, like a list of tables (`[[a]]`), and it
   * is placed among the tables.
   */
  tables: v.optional(v.boolean()),
  /** A comment after the value, with the blanks before it. */
  beside: v.optional(matching(/^(?:[ \t]+(?:#[^\r\n]*)?)?$/), ''),
});

/** The front matter of a blog's posts, as data. */
export const FrontMatterStyleSchema = v.object({
  format: v.picklist(['yaml', 'toml', 'json', 'none']),
  fields: v.pipe(v.array(FieldStyleSchema), v.maxLength(limits.frontMatterFields)),
  /** Of the fields of a map; in JSON of all. */
  indent: v.optional(matching(/^[ \t]{0,8}$/), '  '),
  /**
   * Where a wrap-up's extra fields go: to the end, or into this map, except for those named here.
   */
  others: v.optional(v.object({ map: name, except: v.array(name) })),
  /** Blank lines and comments below the last field, in YAML and TOML. */
  below: v.optional(linesAround),
  /** The last line in YAML; absent: `---`. */
  closing: v.optional(v.literal('...')),
  /** Blank lines below it. */
  blankLines: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3)), 1),
});

export type ListForm = v.InferOutput<typeof ListFormSchema>;
export type FieldStyle = v.InferOutput<typeof FieldStyleSchema>;
export type FrontMatterStyle = v.InferOutput<typeof FrontMatterStyleSchema>;
export type FieldSource = FieldStyle['from'];

/** The name of a field among a wrap-up's extra fields: the names in its path, joined by dots. */
export const fieldKey = ({ path }: Pick<FieldStyle, 'path'>): string => path.join('.');
