import type { FieldStyle, FrontMatterStyle } from '../../core/post/front-matter-style.ts';
import type { Layout } from '../../core/post/profile.ts';

/** A field with only the settings that differ from the defaults. */
export type FieldShape = Pick<FieldStyle, 'path' | 'type' | 'from'> & Partial<FieldStyle>;

export const fieldStyle = (shape: FieldShape): FieldStyle => ({
  text: '',
  quotes: 'plain',
  form: '',
  zone: '',
  omitEmpty: false,
  above: '',
  assign: '',
  beside: '',
  ...shape,
});

const title = fieldStyle({ path: ['title'], type: 'string', from: 'title', quotes: 'double' });
const date = fieldStyle({ path: ['date'], type: 'date', from: 'date' });
const draft = fieldStyle({ path: ['draft'], type: 'boolean', from: 'draft' });
const tags = fieldStyle({ path: ['tags'], type: 'list', from: 'tags' });

/**
 * Names that nearly every generator uses. Without tags an empty list is written, to show where to
 * add some.
 */
const usual: FrontMatterStyle = {
  format: 'yaml',
  fields: [title, date, draft, tags],
  indent: '  ',
  blankLines: 1,
};

/**
 * A post without a layout gets no page around it; a draft outside `_drafts` has `published: false`
 * in Jekyll.
 * @see https://jekyllrb.com/docs/front-matter/
 */
const jekyll: FrontMatterStyle = {
  ...usual,
  fields: [
    fieldStyle({ path: ['layout'], type: 'string', from: 'fixed', text: 'post' }),
    title,
    { ...date, form: '%Y-%m-%d %H:%M:%S %z' },
    fieldStyle({ path: ['published'], type: 'boolean', from: 'published' }),
    tags,
  ],
};

/**
 * Tags are a taxonomy, and the site's own fields are under `extra`. Without tags the taxonomy is
 * left out, because Zola refuses to build a site that has not declared it. The names are those that
 * Zola knows with string values.
 * @see https://www.getzola.org/documentation/content/page/#front-matter
 */
const zola: FrontMatterStyle = {
  format: 'toml',
  fields: [
    title,
    date,
    draft,
    fieldStyle({ path: ['taxonomies'], type: 'map', from: 'fixed', above: '\n' }),
    fieldStyle({ path: ['taxonomies', 'tags'], type: 'list', from: 'tags', omitEmpty: true }),
    fieldStyle({ path: ['extra'], type: 'map', from: 'fixed', above: '\n', omitEmpty: true }),
  ],
  indent: '',
  others: { map: 'extra', except: ['description', 'updated', 'slug', 'path', 'template'] },
  blankLines: 1,
};

/** Astro requires what the site defines; this follows its own blog template. */
const astro: FrontMatterStyle = {
  ...usual,
  fields: [title, { ...date, path: ['pubDate'] }, draft, tags],
};

/**
 * As properties: a date and time without its offset, and tags without spaces, because Obsidian
 * ignores others.
 * @see https://help.obsidian.md/properties
 */
const obsidian: FrontMatterStyle = {
  ...usual,
  fields: [
    title,
    { ...date, form: '%Y-%m-%dT%H:%M:%S' },
    draft,
    { ...tags, from: 'computed', text: '{{ tags | join: "\n" | replace: " ", "-" }}' },
  ],
};

/** The front matter of each layout, for a style without its own. */
export const usualFrontMatter: Record<Layout, FrontMatterStyle> = {
  'hugo-static': usual,
  'hugo-bundle': usual,
  plain: usual,
  jekyll,
  eleventy: usual,
  zola,
  astro,
  docusaurus: usual,
  quarto: { ...usual, fields: [title, date, draft, { ...tags, path: ['categories'] }] },
  obsidian,
};
