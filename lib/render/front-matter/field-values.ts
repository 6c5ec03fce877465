import type { Failure } from '../../core/base/errors.ts';
import { ok, type Result } from '../../core/base/result.ts';
import { type FieldStyle, fieldKey } from '../../core/post/front-matter-style.ts';
import type { WrapUp } from '../../core/post/wrap-up.ts';
import { fieldDate } from './field-date.ts';

/** The value of a field; undefined: it has none and is left out. A map has no value itself. */
export type FieldValue = string | boolean | readonly string[] | undefined;

/** Evaluates a Liquid template to text. */
export type Compute = (template: string) => Result<string, Failure>;

/** Returns the value of a field in a post. */
export function fieldValue(
  field: FieldStyle,
  wrapUp: WrapUp,
  own: string | undefined,
  compute: Compute,
): Result<FieldValue, Failure> {
  const made = field.from === 'computed' ? compute(field.text) : ok(own ?? field.text);
  if (!made.ok) return made;
  const value = ofDetail(field, wrapUp) ?? typedAs(field, made.value);
  return ok(field.omitEmpty && isEmpty(value) ? undefined : value);
}

const isEmpty = (value: FieldValue) =>
  typeof value === 'boolean' ? !value : value === undefined || value.length === 0;

function ofDetail(field: FieldStyle, wrapUp: WrapUp): FieldValue {
  switch (field.from) {
    case 'title':
      return wrapUp.title;
    case 'slug':
      return wrapUp.slug;
    case 'date':
      return fieldDate(wrapUp.date, field);
    case 'event-date':
      return fieldDate(wrapUp.event.startsAt, field);
    case 'draft':
      return wrapUp.draft;
    case 'published':
      return !wrapUp.draft;
    case 'tags':
      return wrapUp.tags;
    default:
      return undefined;
  }
}

/** A list is typed in lines, or with commas if it is one line. */
function typedAs({ type }: FieldStyle, text: string): FieldValue {
  switch (type) {
    case 'boolean':
      return text.trim() === 'true';
    case 'list':
      return text
        .split(text.includes('\n') ? '\n' : ',')
        .map((item) => item.trim())
        .filter((item) => item !== '');
    case 'number':
      return text.trim();
    default:
      return text;
  }
}

/**
 * True if the name of a wrap-up's extra field means a field of the style; to Hugo, `Series` and
 * `series` are one in YAML.
 */
export const isNamed = (field: FieldStyle, key: string, ignoresCase: boolean): boolean =>
  ignoresCase ? fieldKey(field).toLowerCase() === key.toLowerCase() : fieldKey(field) === key;
