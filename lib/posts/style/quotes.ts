import type { FieldStyle } from '../../core/post/front-matter-style.ts';
import { yamlPlain } from '../../render/front-matter/yaml-scalars.ts';
import type { FieldShape } from '../front-matter/field-shapes.ts';
import type { PostSeen } from './read-posts.ts';
import type { Setting } from './setting.ts';
import { vote } from './vote.ts';

/** Returns the quotes of a scalar as it is written. */
export const quotesOf = (text: string): FieldStyle['quotes'] =>
  text.startsWith('"') ? 'double' : text.startsWith("'") ? 'single' : 'plain';

/**
 * Adds to the fields of a style what all of them show about quotes together, since a single field
 * rarely shows it: which ones are used if a text can't be plain, and if it contains quotes itself.
 * @param settings those of the front matter's fields
 */
export function withQuotes(
  settings: readonly Setting[],
  posts: readonly PostSeen[],
  format: string,
): Setting[] {
  const styles = new Map(
    settings.flatMap(({ field }) =>
      field && isText(field) ? [[JSON.stringify(field.path), field]] : [],
    ),
  );
  const seen = posts.flatMap(({ shape, weight }) =>
    (shape?.fields ?? []).flatMap((shown) => {
      const style = styles.get(JSON.stringify(shown.path));
      const text = scalarOf(shown);
      return style && text ? [{ ...text, style: style.quotes, weight }] : [];
    }),
  );
  const needed =
    format === 'yaml' &&
    vote(
      seen
        .filter(
          ({ style, quotes, value }) => style === 'plain' && quotes !== 'plain' && isNeeded(value),
        )
        .map(({ quotes, weight }) => ({ value: quotes, weight })),
    )?.value === 'single';
  const escaped = seen.filter(
    ({ style, value }) => style !== 'plain' && value.includes(style === 'double' ? '"' : "'"),
  );
  const escapes = vote(
    escaped.map(({ quotes, style, weight }) => ({ value: quotes === style, weight })),
  );
  return settings.map((setting) => {
    const { field } = setting;
    if (!field || format === 'json' || !isText(field)) return setting;
    const more = {
      ...(needed && field.quotes === 'plain' ? { needed: 'single' as const } : {}),
      ...(escapes?.value === false && field.quotes !== 'plain' ? { fewEscapes: true } : {}),
    };
    return { ...setting, field: { ...field, ...more } };
  });
}

const isText = ({ type }: FieldStyle) => type === 'string' || type === 'list';

/** Returns a string, or the first item of a list, with its quotes. */
function scalarOf({ value, text, item }: FieldShape) {
  const said = Array.isArray(value) ? value[0] : value;
  if (typeof said !== 'string' || text.includes('\n')) return undefined;
  return { value: said, quotes: quotesOf(item ?? text) };
}

/** True for text that can't be plain, and has no quotes that would call for the others. */
const isNeeded = (value: string): boolean => !/["']/.test(value) && /^["']/.test(yamlPlain(value));
