import type { FieldStyle, FrontMatterStyle } from '../../core/post/front-matter-style.ts';
import type { Layout } from '../../core/post/profile.ts';

/** A field that says only what is its own. */
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

/** What nearly every generator calls by the same names. Without tags it says so: the place to add some is there. */
const usual: FrontMatterStyle = {
  format: 'yaml',
  fields: [title, date, draft, tags],
  indent: '  ',
  blankLines: 1,
};

/**
 * A post without a layout has no page around it; Jekyll's word for a draft outside of `_drafts` is `published`.
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
 * Tags are a taxonomy, and whatever is the site's own stands under `extra`. Without tags there is none: Zola builds
 * no site that has not declared it. The names are those that Zola knows, and takes a string for.
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

/** Astro asks for what the site says; this is how its own blog has it. */
const astro: FrontMatterStyle = {
  ...usual,
  fields: [title, { ...date, path: ['pubDate'] }, draft, tags],
};

/**
 * As properties: a date and time without its offset, and tags without spaces, which Obsidian takes for none.
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

/** The front matter of each layout, for a style that has none of its own. */
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
