import * as v from 'valibot';
import { limits } from '../base/limits.ts';
import { IdSchema, InstantSchema, recordEntries, UrlSchema } from '../base/record.ts';
import { PdfPageSchema } from '../papers/pdf-page-schema.ts';
import { SourceSchema } from '../source/source.ts';
import { PieceSchema } from './piece.ts';

/** The place of clips that belong to no wrap-up yet. */
export const inboxId = 'inbox';

const markdown = (max: number) => v.pipe(v.string(), v.maxLength(max));

/**
 * How a quote names its source, at its end: label made of host and path, page title, the section it
 * is in, a label of the note-taker's own (`attributionLabel`), or not at all.
 */
export const AttributionSchema = v.picklist(['host-path', 'title', 'section', 'custom', 'none']);

const placeEntries = {
  id: IdSchema,
  /** A wrap-up's id, or `inboxId`. */
  wrapUpId: v.union([IdSchema, v.literal(inboxId)]),
  /** Fractional index among the items of one wrap-up; compared by code unit. */
  order: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  /** Exported as an HTML comment: kept, but not to be read. */
  hidden: v.boolean(),
  /**
   * Not in the post: it waits in the wrap-up's tray, or was put aside there. Absent: it is in the post, at
   * its `order` (ADR 43).
   */
  tray: v.optional(v.picklist(['waiting', 'aside'])),
  /** When its note-taker saw it first; null: not yet; absent: clipped before that was kept. */
  seenAt: v.optional(v.nullable(InstantSchema)),
  /** Of an opened post: what it was there. */
  piece: v.optional(PieceSchema),
  ...recordEntries,
};

const line = (max: number) => v.optional(v.nullable(v.pipe(v.string(), v.maxLength(max))));

const clipEntries = {
  ...placeEntries,
  /**
   * The clip that this is another block of: one half of a split quote, a clip that stands in the post twice.
   * Absent: it is its own. What was captured is copied, so that each goes on without the other.
   */
  clipId: v.optional(IdSchema),
  /** The note-taker's own words, Markdown; `{link}` in them stands for the clip's link. */
  note: markdown(limits.note),
  source: SourceSchema,
  /** Equal for two captures of the same thing from the same source (see `fingerprint.ts`). */
  fingerprint: v.pipe(v.string(), v.maxLength(100)),
  /** Page of the PDF that the clip is from; absent or null if it is not known. */
  page: v.optional(v.nullable(PdfPageSchema)),
  /**
   * What is known of the source beside what it said when it was captured: typed, read from a PDF's
   * bytes, or said by the page about the same paper (ADR 18). Absent or null: as captured; '': nothing.
   */
  sourceTitle: line(limits.title),
  sourceAuthor: line(limits.label),
  /** As typed; a date where it is an ISO date (`2025`, `2025-10`). */
  sourcePublished: line(40),
};

export const QuoteSchema = v.object({
  kind: v.literal('quote'),
  ...clipEntries,
  /** `quote`: block quote, the note before it as its lead-in; `bullet`: a list item around it. */
  form: v.picklist(['quote', 'bullet']),
  /** The words exactly as selected; fixed at capture. */
  text: v.pipe(v.string(), v.minLength(1), v.maxLength(limits.quoteText)),
  /** Markdown as converted at capture; fixed. */
  markdown: markdown(limits.quoteMarkdown),
  /**
   * The same with HTML for what Markdown cannot say (tables with merged cells, keys, superscripts),
   * for sites that let it through; absent if Markdown says it all, and in quotes of older versions,
   * whose `markdown` may hold HTML itself.
   */
  htmlMarkdown: v.optional(markdown(limits.quoteMarkdown)),
  /** Markdown as the note-taker changed it, or null while it is the captured one. */
  editedMarkdown: v.nullable(markdown(limits.quoteMarkdown)),
  attribution: AttributionSchema,
  attributionLabel: v.pipe(v.string(), v.maxLength(limits.label)),
  /** `attributionLabel` is Markdown. Absent in labels of older versions, which are plain text. */
  labelIsMarkdown: v.optional(v.boolean()),
  /**
   * The next quote names the source for both, as long as that is from the same one: the first half of a split
   * quote, or where its note-taker wants it so.
   */
  sharesSource: v.optional(v.boolean()),
});

export const LinkSchema = v.object({
  kind: v.literal('link'),
  ...clipEntries,
  form: v.picklist(['bullet', 'paragraph']),
  /** Link text, plain. */
  title: v.pipe(v.string(), v.maxLength(limits.title)),
  url: UrlSchema,
});

export const ImageSchema = v.object({
  kind: v.literal('image'),
  ...clipEntries,
  alt: v.pipe(v.string(), v.maxLength(limits.description)),
  /** What stands below it, Markdown; absent: nothing. */
  caption: v.optional(markdown(limits.description)),
  /** Where the picture was. */
  url: UrlSchema,
  /** Address or path in the post; '' = made from the profile's image path and the file name. */
  path: UrlSchema,
  /** File name in the export, with extension. */
  fileName: v.pipe(v.string(), v.maxLength(limits.slug)),
  /** Address the picture links to in the post, or '' for none. */
  linkUrl: UrlSchema,
  /** sha-256 of the kept bytes, hex; '' while there are none. */
  assetId: v.union([v.literal(''), v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))]),
});

/** Whole seconds from the start of a recording. */
const seconds = v.pipe(v.number(), v.integer(), v.minValue(0));

export const MomentSchema = v.object({
  kind: v.literal('moment'),
  ...clipEntries,
  form: v.picklist(['bullet', 'paragraph']),
  startSeconds: seconds,
  /** Where it ends; null, or not after the start: it has no end. */
  endSeconds: v.optional(v.nullable(seconds), null),
  mediaTitle: v.pipe(v.string(), v.maxLength(limits.title)),
  mediaUrl: UrlSchema,
  /** Title of the chapter it is in, or ''. */
  chapter: v.optional(v.pipe(v.string(), v.maxLength(limits.title)), ''),
  /** What the captions showed then, or ''. */
  caption: v.optional(v.pipe(v.string(), v.maxLength(limits.description)), ''),
  /** The time may not be the recording's: an advertisement, a live stream, another video. */
  checkTime: v.optional(v.boolean(), false),
  /** The talk of the evening that it was noted in, where there are several. */
  talkId: v.optional(IdSchema),
});

export const NoteSchema = v.object({
  kind: v.literal('note'),
  ...placeEntries,
  form: v.picklist(['bullet', 'paragraph']),
  note: markdown(limits.note),
  /**
   * Shortcodes and HTML in it are its note-taker's own and are written as typed. Absent in notes of older
   * versions: they stay safe for Hugo until their note-taker says otherwise.
   */
  asTyped: v.optional(v.boolean()),
  /** When it was begun during a talk that has no recording to take a time from; absent: whenever. */
  takenAt: v.optional(InstantSchema),
  /** The talk of the evening that it was taken in, where there are several. */
  talkId: v.optional(IdSchema),
});

/** Text that is written as it is, never made safe for Hugo: shortcodes, HTML, what an opened post held. */
export const RawSchema = v.object({
  kind: v.literal('raw'),
  ...placeEntries,
  note: markdown(limits.note),
});

/**
 * A piece of the house's template that was moved, hidden or written by hand for this post. One that was not
 * touched is not stored: it follows the template.
 */
export const PartSchema = v.object({
  kind: v.literal('part'),
  ...placeEntries,
  /** Its name in the template: `intro`, `recording`, `talk`, `thanks`, `footer`, or the house's own. */
  part: v.pipe(v.string(), v.minLength(1), v.maxLength(limits.partName)),
  /** Of a part that comes once for each talk. */
  talkId: v.optional(IdSchema),
  /** Its text is `note`, whatever the template says. */
  byHand: v.boolean(),
  /** Markdown; '' while it is not written by hand. */
  note: markdown(limits.note),
  /** What the template made of it when it was taken over; tells whether that has changed since. */
  base: markdown(limits.note),
});

/**
 * A lead-in line or a heading. It stands in the same order as the clips and holds for those
 * after it, so that any move writes one row (ADR 3).
 */
export const SectionSchema = v.object({
  kind: v.literal('section'),
  ...placeEntries,
  /** `lead-in`: a paragraph; else the level of the heading in the post. */
  form: v.picklist(['lead-in', 'h1', 'h2', 'h3', 'h4']),
  /** Inline Markdown of the note-taker's own. */
  note: markdown(limits.note),
});

export const ItemSchema = v.variant('kind', [
  QuoteSchema,
  LinkSchema,
  ImageSchema,
  MomentSchema,
  NoteSchema,
  SectionSchema,
  RawSchema,
  PartSchema,
]);

/** A clip that was clipped before is written as deleted (ADR 5): nobody deleted it. */
export const isSecondCapture = ({ createdAt, deletedAt }: Item): boolean => createdAt === deletedAt;

/** What a later version needs to convert a quote again; stored beside it, not loaded with it. */
export const OriginalSchema = v.object({
  /** Id of the quote. */
  id: IdSchema,
  /** Cleaned HTML of the selection, addresses absolute. */
  html: v.pipe(v.string(), v.maxLength(limits.quoteHtml)),
  /** sha-256 of `html`, hex. */
  htmlHash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  createdAt: InstantSchema,
});

export type Attribution = v.InferOutput<typeof AttributionSchema>;
export type Quote = v.InferOutput<typeof QuoteSchema>;
export type LinkClip = v.InferOutput<typeof LinkSchema>;
export type ImageClip = v.InferOutput<typeof ImageSchema>;
export type Moment = v.InferOutput<typeof MomentSchema>;
export type Note = v.InferOutput<typeof NoteSchema>;
export type Section = v.InferOutput<typeof SectionSchema>;
export type Raw = v.InferOutput<typeof RawSchema>;
export type Part = v.InferOutput<typeof PartSchema>;
/** A captured thing, as against what the note-taker adds (notes and sections). */
export type SourcedClip = Quote | LinkClip | ImageClip | Moment;
export type Clip = SourcedClip | Note;
/** Anything that stands in a wrap-up's order. */
export type Item = Clip | Section | Raw | Part;
/** The clip that an item is a block of; an item that is none is its own (ADR 43). */
export const clipOf = (item: Item): string =>
  ('clipId' in item ? item.clipId : undefined) ?? item.id;
export type Original = v.InferOutput<typeof OriginalSchema>;

type KeysOf<T> = T extends unknown ? keyof T : never;
type FieldOf<T, F extends PropertyKey> = T extends unknown
  ? F extends keyof T
    ? T[F]
    : never
  : never;
/** Fields to change; an item stays of its kind, and keeps its id. */
export type ItemChanges = { [F in Exclude<KeysOf<Item>, 'id' | 'kind'>]?: FieldOf<Item, F> };
