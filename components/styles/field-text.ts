import { t } from '../../lib/client/i18n.ts';
import type { FieldSource, FieldStyle } from '../../lib/core/post/front-matter-style.ts';
import type { FieldProblem } from '../../lib/render/front-matter/field-problems.ts';

/** The names of the field types of a front matter. */
export const typeNames: Record<FieldStyle['type'], () => string> = {
  string: () => t('style_type_string'),
  number: () => t('style_type_number'),
  boolean: () => t('style_type_boolean'),
  date: () => t('style_type_date'),
  list: () => t('style_type_list'),
  map: () => t('style_type_map'),
  raw: () => t('style_type_raw'),
};

/** The names of the sources of values. */
export const sourceNames: Record<FieldSource, () => string> = {
  title: () => t('style_from_title'),
  slug: () => t('style_from_slug'),
  date: () => t('style_from_date'),
  'event-date': () => t('style_from_event_date'),
  draft: () => t('style_from_draft'),
  published: () => t('style_from_published'),
  tags: () => t('style_from_tags'),
  typed: () => t('style_from_typed'),
  fixed: () => t('style_from_fixed'),
  computed: () => t('style_from_computed'),
};

/** Describes a field in a few words: `Text: the title`. */
export function fieldSummary({ type, from, text }: FieldStyle): string {
  if (type === 'map') return typeNames.map();
  const said = (from === 'fixed' || from === 'computed') && text.trim() !== '';
  const value = said ? text.trim().replaceAll('\n', ', ') : sourceNames[from]();
  return t('style_field_summary', typeNames[type](), value);
}

/** Returns the message about what is wrong with a field. */
export function fieldProblemText({ reason, detail }: FieldProblem): string {
  switch (reason) {
    case 'liquid':
      return t('style_problem_liquid', detail);
    case 'number':
      return t('style_problem_number');
    case 'boolean':
      return t('style_problem_boolean');
    case 'zone':
      return t('style_problem_zone');
    case 'raw':
      return t('style_problem_raw', detail);
  }
}
