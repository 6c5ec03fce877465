import * as v from 'valibot';
import { limits } from '../base/limits.ts';
import { InstantSchema } from '../base/record.ts';
import { PublishedFormSchema } from '../papers/published-label.ts';
import { FrontMatterStyleSchema } from './front-matter-style.ts';
import { AttributionSchema } from './item.ts';

/** Column at which lines are wrapped, in terminal columns; 0 leaves lines as they are. */
const column = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(400));

/** How a site stores its posts and their pictures; each is the id of an exporter. */
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

/** A named piece of the template, which a post can move, hide or rewrite. */
export const TemplatePartSchema = v.object({
  part: v.pipe(v.string(), v.minLength(1), v.maxLength(limits.partName)),
  /** Liquid. */
  template: v.pipe(v.string(), v.maxLength(limits.template)),
  /** Before all items, or after them. */
  side: v.picklist(['leading', 'closing']),
  /** It is made once for each talk, as `talk`, and not at all if there is only one. */
  forEachTalk: v.optional(v.boolean()),
});

/** The house style of one blog. */
export const ProfileSchema = v.object({
  /** The name that the user gave it; '' for the one from before there were several. */
  name: v.optional(words, ''),
  deletedAt: v.optional(v.nullable(InstantSchema), null),
  bullet: v.picklist(['*', '-', '+']),
  columns: v.object({
    quote: column,
    /** The template's sentences. */
    prose: column,
    bullet: column,
    /** The note-taker's own paragraphs. */
    note: column,
  }),
  attribution: AttributionSchema,
  /**
   * Whose names appear beside a quote's source: those of comments and posts, of every page, or
   * nobody's.
   */
  authors: v.optional(v.picklist(['none', 'comments', 'all']), 'comments'),
  /**
   * Links lead to the version of a page that was read, if its site keeps it (Wikipedia, archives).
   */
  permanentLinks: v.optional(v.boolean(), false),
  /** Text before a picture's file name in the post. */
  imagePath: v.pipe(v.string(), v.maxLength(limits.label)),
  /**
   * How many seconds before the shortcut a moment starts, because one presses it after the words
   * were said.
   */
  momentSecondsBack: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(600)), 0),
  /** How a quote's formulas are written: as TeX between dollars, or as inline code. */
  formulas: v.optional(v.picklist(['dollars', 'code']), 'dollars'),
  /**
   * The site shows raw HTML in Markdown, as Hugo does with `markup.goldmark.renderer.unsafe`;
   * tables with merged cells or lists are then written as HTML.
   */
  rawHtml: v.optional(v.boolean(), false),
  /** How a paper's date follows its link. */
  published: v.optional(PublishedFormSchema, 'year'),
  /** Liquid source of the post's body; '' = the shipped default. */
  template: v.pipe(v.string(), v.maxLength(limits.template)),
  /** Liquid for a line before the shipped template's intro, usually a heading; '' = none. */
  headingFirst: v.optional(words, ''),
  /** Liquid for the shipped template's sentence of thanks; '' = the default. */
  thanks: v.optional(words, ''),
  /** A recording's picture links to the recording. */
  linkPicture: v.optional(v.boolean(), false),
  /**
   * How pictures are written: in Markdown, with Hugo's shortcode `figure`, or as HTML with or
   * without a caption.
   */
  pictureForm: v.optional(v.picklist(['markdown', 'shortcode', 'figure', 'img']), 'markdown'),
  layout: v.optional(LayoutSchema, 'hugo-static'),
  /** The folder of posts, relative to the site's folder. */
  contentFolder: v.optional(folder, 'content/posts'),
  /** The folder of files that the site serves unchanged, relative to the site's folder. */
  staticFolder: v.optional(folder, 'static'),
  /** Ids of the checks (`lib/checks`) that are switched off; unknown ones are kept. */
  checksOff: v.optional(v.pipe(v.array(words), v.maxLength(200)), []),
  /** Absent: the usual one of the layout's generator. */
  frontMatter: v.optional(FrontMatterStyleSchema),
  /** The template as parts, if it is not one text; none: the shipped parts. */
  parts: v.optional(v.pipe(v.array(TemplatePartSchema), v.maxLength(limits.parts)), []),
  /**
   * Liquid for the title of a new wrap-up, in which `number` is the next one; '' = the last title
   * with its number increased.
   */
  titlePattern: v.optional(words, ''),
  /** Liquid for its slug; '' = made from the title. */
  slugPattern: v.optional(words, ''),
  /** Liquid for the name of a post's file, without extension; '' = the slug. */
  filePattern: v.optional(words, ''),
  /**
   * Addresses of posts as the generator's settings write them (`/:year/:slug/`); '' = its default.
   */
  permalink: v.optional(words, ''),
  /** Running number of the newest post that the style was learned from; '' = none. */
  number: v.optional(v.pipe(v.string(), v.regex(/^\d{0,9}$/)), ''),
  /** Tags of a new wrap-up without a predecessor. */
  tags: v.optional(
    v.pipe(v.array(v.pipe(v.string(), v.maxLength(limits.tag))), v.maxLength(limits.tags)),
    [],
  ),
  /** Footer of a new wrap-up, Markdown; '' = the previous one's. */
  footer: v.optional(v.pipe(v.string(), v.maxLength(limits.note)), ''),
  /** Signs around emphasised words of a quote; `_` where Markdown allows it. */
  emphasis: v.optional(v.picklist(['*', '_']), '*'),
  /** How headings are written: `## Rings`, `## Rings ##`, or underlined (the first two levels). */
  headings: v.optional(v.picklist(['open', 'closed', 'underlined']), 'open'),
  /** Where a bullet's further lines begin: below its first word, or at the start of the line. */
  bulletLines: v.optional(v.picklist(['indented', 'unindented']), 'indented'),
  /** The text between a quote and its source. */
  attributionMark: v.optional(v.picklist(['--', '–', '—']), '--'),
  /** Where a quote's source goes: after its last words, or in a separate paragraph. */
  attributionPlace: v.optional(v.picklist(['end', 'paragraph']), 'end'),
  /** Names of the site's own shortcodes. */
  shortcodes: v.optional(v.pipe(v.array(words), v.maxLength(limits.shortcodes)), []),
});

/** A house style with the id of its record. */
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
 * A style that never existed: it reads as a deleted one, so creating it is an edit, and undoing
 * that deletes it again.
 */
export const neverMade: Profile = { ...defaultProfile, deletedAt: '1970-01-01T00:00:00.000Z' };
