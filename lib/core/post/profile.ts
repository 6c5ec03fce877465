import * as v from 'valibot';
import { limits } from '../base/limits.ts';
import { InstantSchema } from '../base/record.ts';
import { PublishedFormSchema } from '../papers/published-label.ts';
import { FrontMatterStyleSchema } from './front-matter-style.ts';
import { AttributionSchema } from './item.ts';

/** Fill column in terminal columns; 0 leaves lines as they are. */
const column = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(400));

/** How a site keeps its posts and their pictures; each is the id of an exporter. */
export const LayoutSchema = v.picklist([
  'hugo-static',
  'hugo-bundle',
  'plain',
  'jekyll',
  'eleventy',
  'zola',
  'astro',
  'docusaurus',
  'quarto',
  'obsidian',
]);

const words = v.pipe(v.string(), v.maxLength(limits.label));
const folder = v.pipe(v.string(), v.maxLength(limits.label));

/** A piece of the template with a name, by which a post can move, hide or rewrite it. */
export const TemplatePartSchema = v.object({
  part: v.pipe(v.string(), v.minLength(1), v.maxLength(limits.partName)),
  /** Liquid. */
  template: v.pipe(v.string(), v.maxLength(limits.template)),
  /** Before all items, or after them. */
  side: v.picklist(['leading', 'closing']),
  /** Made once for each talk, with the talk as `talk`; not at all where there is only one. */
  forEachTalk: v.optional(v.boolean()),
});

/** The house style of one blog. */
export const ProfileSchema = v.object({
  /** What its user calls it; '' of the one that was there before there were several. */
  name: v.optional(words, ''),
  deletedAt: v.optional(v.nullable(InstantSchema), null),
  bullet: v.picklist(['*', '-', '+']),
  columns: v.object({
    quote: column,
    /** Sentences the template makes. */
    prose: column,
    bullet: column,
    /** The note-taker's own paragraphs. */
    note: column,
  }),
  attribution: AttributionSchema,
  /** Whose names stand beside a quote's source: of comments and posts, of every page, nobody's. */
  authors: v.optional(v.picklist(['none', 'comments', 'all']), 'comments'),
  /** Link to the version of a page that was read, where its site keeps it (Wikipedia, archives). */
  permanentLinks: v.optional(v.boolean(), false),
  /** Put before a picture's file name in the post. */
  imagePath: v.pipe(v.string(), v.maxLength(limits.label)),
  /** How long before the shortcut a moment starts: one presses it after the words were said. */
  momentSecondsBack: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(600)), 0),
  /** How a quote's formulas are written: their TeX between dollars, or as inline code. */
  formulas: v.optional(v.picklist(['dollars', 'code']), 'dollars'),
  /**
   * The site shows raw HTML in Markdown, as Hugo does with `markup.goldmark.renderer.unsafe`: tables
   * with merged cells or lists in them are HTML then.
   */
  rawHtml: v.optional(v.boolean(), false),
  /** How a paper's date stands behind its link. */
  published: v.optional(PublishedFormSchema, 'year'),
  /** Liquid source of the post's body; '' = the shipped default. */
  template: v.pipe(v.string(), v.maxLength(limits.template)),
  /** Liquid for a line of the shipped template before its intro, a heading mostly; '' = none. */
  headingFirst: v.optional(words, ''),
  /** Liquid for the shipped template's sentence of thanks; '' = its own words. */
  thanks: v.optional(words, ''),
  /** A recording's picture links to the recording. */
  linkPicture: v.optional(v.boolean(), false),
  /** How pictures are written: in Markdown, by Hugo's shortcode `figure`, as HTML with a caption or without. */
  pictureForm: v.optional(v.picklist(['markdown', 'shortcode', 'figure', 'img']), 'markdown'),
  layout: v.optional(LayoutSchema, 'hugo-static'),
  /** Where posts are, from the site's folder on. */
  contentFolder: v.optional(folder, 'content/posts'),
  /** Where the files are that the site serves as they are, from the site's folder on. */
  staticFolder: v.optional(folder, 'static'),
  /** Ids of the checks (`lib/checks`) that are switched off; one that is unknown here is kept. */
  checksOff: v.optional(v.pipe(v.array(words), v.maxLength(200)), []),
  /** Absent: as the layout's generator has it usually. */
  frontMatter: v.optional(FrontMatterStyleSchema),
  /** The template as parts, where it is not one text; none: the shipped ones. */
  parts: v.optional(v.pipe(v.array(TemplatePartSchema), v.maxLength(limits.parts)), []),
  /** Liquid for the title of a new wrap-up, in which `number` is the next one; '' = the last title, counted on. */
  titlePattern: v.optional(words, ''),
  /** Liquid for its slug; '' = made of the title. */
  slugPattern: v.optional(words, ''),
  /** Liquid for the name of a post's file, without extension; '' = the slug. */
  filePattern: v.optional(words, ''),
  /** Addresses of posts as the generator's settings have them (`/:year/:slug/`); '' = its usual ones. */
  permalink: v.optional(words, ''),
  /** Running number of the newest post that the style was learned from; '' = none. */
  number: v.optional(v.pipe(v.string(), v.regex(/^\d{0,9}$/)), ''),
  /** Tags of a new wrap-up that no other comes before. */
  tags: v.optional(
    v.pipe(v.array(v.pipe(v.string(), v.maxLength(limits.tag))), v.maxLength(limits.tags)),
    [],
  ),
  /** Footer of a new wrap-up, Markdown; '' = that of the one before. */
  footer: v.optional(v.pipe(v.string(), v.maxLength(limits.note)), ''),
  /** Signs around emphasised words of a quote; `_` where it can stand. */
  emphasis: v.optional(v.picklist(['*', '_']), '*'),
  /** How headings are written: `## Rings`, `## Rings ##`, or with a line below (the first two levels). */
  headings: v.optional(v.picklist(['open', 'closed', 'underlined']), 'open'),
  /** Further lines of a bullet: below its first word, or at the start of the line. */
  bulletLines: v.optional(v.picklist(['indented', 'unindented']), 'indented'),
  /** What stands between a quote and its source. */
  attributionMark: v.optional(v.picklist(['--', '–', '—']), '--'),
  /** A quote's source stands behind its last words, or in a paragraph of its own. */
  attributionPlace: v.optional(v.picklist(['end', 'paragraph']), 'end'),
  /** Names of the shortcodes that the site has of its own. */
  shortcodes: v.optional(v.pipe(v.array(words), v.maxLength(limits.shortcodes)), []),
});

/** A house style with its id: that of its record. */
export interface HouseStyle {
  id: string;
  profile: Profile;
}

export type Layout = v.InferOutput<typeof LayoutSchema>;
export type Profile = v.InferOutput<typeof ProfileSchema>;
export type TemplatePart = v.InferOutput<typeof TemplatePartSchema>;
export type Formulas = Profile['formulas'];

export const defaultProfile: Profile = {
  bullet: '*',
  columns: { quote: 78, prose: 78, bullet: 0, note: 0 },
  attribution: 'host-path',
  authors: 'comments',
  permanentLinks: false,
  imagePath: '/images/',
  momentSecondsBack: 0,
  formulas: 'dollars',
  rawHtml: false,
  published: 'year',
  template: '',
  headingFirst: '',
  thanks: '',
  linkPicture: false,
  pictureForm: 'markdown',
  layout: 'hugo-static',
  contentFolder: 'content/posts',
  staticFolder: 'static',
  checksOff: [],
  name: '',
  deletedAt: null,
  parts: [],
  titlePattern: '',
  slugPattern: '',
  filePattern: '',
  permalink: '',
  number: '',
  tags: [],
  footer: '',
  emphasis: '*',
  headings: 'open',
  bulletLines: 'indented',
  attributionMark: '--',
  attributionPlace: 'end',
  shortcodes: [],
};

/**
 * A style that was never made: it reads as one that is deleted, so that making it is an edit, and taking that back
 * deletes it again.
 */
export const neverMade: Profile = { ...defaultProfile, deletedAt: '1970-01-01T00:00:00.000Z' };
