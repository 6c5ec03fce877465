import type { WrapUp } from '../../core/post/wrap-up.ts';

/** A basic string; what TOML wants escaped, and line ends that only some readers take for such. */
function quoted(text: string): string {
  const escaped = text
    .toWellFormed()
    .replace(/["\\]/g, '\\$&')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not stand there
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/g, (char) => {
      return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
    });
  return `"${escaped}"`;
}

const key = (text: string): string => (/^[\w-]+$/.test(text) ? text : quoted(text));

/** Fields that Zola knows by name, and takes a string for. */
const known = ['description', 'updated', 'slug', 'path', 'template'];

/**
 * The front matter as Zola takes it, with its `+++` lines: tags are a taxonomy, and whatever is the site's own
 * stands under `extra`. Without tags there is none: Zola builds no site that has not declared it.
 * @see https://www.getzola.org/documentation/content/page/#front-matter
 */
export function zolaFrontMatter({ title, date, draft, tags, extraFields }: WrapUp): string {
  const isDate = /^[\d:TZ+-]+$/.test(date);
  const seen = new Set<string>();
  const fields = extraFields.flatMap(({ key: name, value }) => {
    const id = name.toWellFormed();
    if (seen.has(id)) return [];
    seen.add(id);
    return [{ id, line: `${key(id)} = ${quoted(value)}` }];
  });
  const own = fields.filter(({ id }) => known.includes(id));
  const extra = fields.filter(({ id }) => !known.includes(id));
  const table = (name: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', `[${name}]`, ...lines];
  return [
    '+++',
    `title = ${quoted(title)}`,
    `date = ${isDate ? date : quoted(date)}`,
    `draft = ${draft}`,
    ...own.map(({ line }) => line),
    ...table('taxonomies', tags.length === 0 ? [] : [`tags = [${tags.map(quoted).join(', ')}]`]),
    ...table(
      'extra',
      extra.map(({ line }) => line),
    ),
    '+++',
    '',
  ].join('\n');
}
