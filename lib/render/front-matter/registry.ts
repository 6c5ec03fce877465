import type { Failure } from '../../core/base/errors.ts';
import { ok, type Result } from '../../core/base/result.ts';
import type { FieldStyle, FrontMatterStyle } from '../../core/post/front-matter-style.ts';
import type { Profile } from '../../core/post/profile.ts';
import type { WrapUp } from '../../core/post/wrap-up.ts';
import { dialectOf } from '../dialects/registry.ts';
import { renderText } from '../template/render-text.ts';
import { type FieldValue, fieldValue, isNamed } from './field-values.ts';
import { fieldStyle, usualFrontMatter } from './usual.ts';
import { writeFields } from './write-fields.ts';

/** Returns the front matter's style: the custom one, or the default of its layout. */
export const frontMatterStyle = ({
  frontMatter,
  layout,
}: Pick<Profile, 'frontMatter' | 'layout'>): FrontMatterStyle =>
  frontMatter ?? usualFrontMatter[layout];

/**
 * Writes the front matter with its delimiters, ending with a line end; '' if the style has none. It
 * parses back to what was entered, except that lone surrogates, which no UTF-8 file can contain,
 * become U+FFFD, and that a detail has zero-width spaces in what the generator would run. A wrap-up's extra fields that the style does not name are strings. Fails if a
 * field's Liquid does.
 */
export function renderFrontMatter(wrapUp: WrapUp, profile: Profile): Result<string, Failure> {
  const style = frontMatterStyle(profile);
  if (style.format === 'none') return ok('');
  const ignoresCase = style.format !== 'toml';
  const extra = ownFields(wrapUp, ignoresCase);
  // A wrap-up's extra field replaces a fixed one of the same name, and is written like any extra
  // field.
  const named = style.fields.filter(
    (field) =>
      !(field.from === 'fixed' && field.type !== 'map') ||
      !extra.some(({ key }) => isNamed(field, key, ignoresCase)),
  );
  const fields: { field: FieldStyle; value: FieldValue }[] = [];
  const compute = (template: string) => renderText(template, wrapUp, profile);
  for (const field of named) {
    const own = extra.find(({ key }) => isNamed(field, key, ignoresCase))?.value;
    const value = fieldValue(field, wrapUp, own, compute);
    if (!value.ok) return value;
    fields.push({ field: withoutRawDetail(field), value: safeValue(field, value.value, profile) });
  }
  const isTaken = (key: string) =>
    named.some((field) => field.type !== 'map' && isNamed(field, key, ignoresCase));
  const others = extra.flatMap(({ key, value }) => {
    const path =
      style.others && !style.others.except.includes(key) ? [style.others.map, key] : [key];
    return isTaken(path.join('.')) ? [] : [{ field: otherField(path), value }];
  });
  return ok(writeFields(style, [...fields, ...others]));
}

/**
 * Returns a wrap-up's extra fields, the first of each name; names in YAML and JSON ignore case
 * (Hugo).
 */
function ownFields({ extraFields }: WrapUp, ignoresCase: boolean): WrapUp['extraFields'] {
  const seen = new Set<string>();
  return extraFields.flatMap(({ key, value }) => {
    const name = key.toWellFormed();
    const id = ignoresCase ? name.toLowerCase() : name;
    if (seen.has(id)) return [];
    seen.add(id);
    return [{ key: name, value: value.toWellFormed() }];
  });
}

/** A detail may come from a page; what the style says or the user typed into a field is as typed. */
function safeValue({ from }: FieldStyle, value: FieldValue, profile: Profile): FieldValue {
  const { safeValue: makeSafe } = dialectOf(profile);
  if (from === 'fixed' || from === 'typed' || makeSafe === undefined) return value;
  if (typeof value === 'string') return makeSafe(value);
  return typeof value === 'object' ? value.map((item) => makeSafe(item)) : value;
}

/**
 * Only the style or its user may write raw syntax; a detail, which may come from a page, gets
 * quotes.
 */
const withoutRawDetail = (field: FieldStyle): FieldStyle =>
  field.type === 'raw' && field.from !== 'fixed' && field.from !== 'typed'
    ? { ...field, type: 'string' }
    : field;

const otherField = (path: string[]): FieldStyle =>
  fieldStyle({ path, type: 'string', from: 'typed' });
