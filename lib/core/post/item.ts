import * as v from 'valibot';
import { limits } from '../base/limits.ts';
import { IdSchema, InstantSchema, recordEntries, UrlSchema } from '../base/record.ts';
import { PdfPageSchema } from '../papers/pdf-page-schema.ts';
import { SourceSchema } from '../source/source.ts';
import { PieceSchema } from './piece.ts';

/** The place of clips that do not belong to a wrap-up yet. */
export const inboxId = 'inbox';

const markdown = (max: number) => v.pipe(v.string(), v.maxLength(max));

/**
 * How a quote names its source, at its end: by a label made of host and path, by the page's title,
 * by its section, by a custom label (`attributionLabel`), or not at all.
 */
export const AttributionSchema = v.picklist(['host-path', 'title', 'section', 'custom', 'none']);

const placeEntries = {
  id: IdSchema,
  /** A wrap-up's id, or `inboxId`. */
  wrapUpId: v.union([IdSchema, v.literal(inboxId)]),
  /** Fractional index among the items of one wrap-up; compared by code unit. */
  order: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  /** It is exported as an HTML comment: kept, but invisible to readers. */
  hidden: v.boolean(),
  /**
   * If set, it is not in the post: it waits in the wrap-up's tray, or was set aside there. Absent:
   * it is in the post, at its `order` (ADR 43).
   */
  tray: v.optional(v.picklist(['waiting', 'aside'])),
  /**
   * When the note-taker first saw it; null: not yet; absent: it was clipped before this was
   * recorded.
   */
  seenAt: v.optional(v.nullable(InstantSchema)),
  /**
   * When the note-taker first decided what to do with it: took it out of the post, linked to it. Absent: not yet, so
   * it is new while it waits in the tray.
   */
  triagedAt: v.optional(InstantSchema),
  /** For an opened post: the piece that it was there. */
  piece: v.optional(PieceSchema),
  ...recordEntries,
};

const line = (max: number) => v.optional(v.nullable(v.pipe(v.string(), v.maxLength(max))));

const clipEntries = {
  ...placeEntries,
  /**
   * The clip that this is another block of: one half of a split quote, or a clip that is in the
   * post twice. Absent: it is a clip itself. What was captured is copied, so each can exist without
   * the other.
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
   * Further facts about the source, besides what it said at capture: typed, read from a PDF's
   * bytes, or found on a page about the same paper (ADR 18). Absent or null: as captured; '':
   * nothing.
   */
  sourceTitle: line(limits.title),
  sourceAuthor: line(limits.label),
  /** As typed; a date if it is an ISO date (`2025`, `2025-10`). */
  sourcePublished: line(40),
};

export const QuoteSchema = v.object({
  kind: v.literal('quote'),
  ...clipEntries,
  /** `quote`: block quote, the note before it as its lead-in; `bullet`: a list item around it. */
  form: v.picklist(['quote', 'bullet']),
  /** The words exactly as selected; fixed at capture. */
  text: v.pipe(v.string(), v.minLength(1), v.maxLength(limits.quoteText)),
  /** Markdown as converted at capture; it never changes. */
  markdown: markdown(limits.quoteMarkdown),
  /**
   * The same with HTML for what Markdown can't express (tables with merged cells, keys,
   * superscripts), for sites that let it through; absent if Markdown is enough, and in quotes of
   * older versions, whose `markdown` may itself contain HTML.
   */
  htmlMarkdown: v.optional(markdown(limits.quoteMarkdown)),
  /** Markdown as the note-taker changed it, or null while it is the captured one. */
  editedMarkdown: v.nullable(markdown(limits.quoteMarkdown)),
  attribution: AttributionSchema,
  attributionLabel: v.pipe(v.string(), v.maxLength(limits.label)),
  /** `attributionLabel` is Markdown. Absent in labels of older versions, which are plain text. */
  labelIsMarkdown: v.optional(v.boolean()),
  /**
   * The next quote names the source for both, as long as it has the same source: set for the first
   * half of a split quote, or if the note-taker chose it.
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
  /** The text below it, Markdown; absent: none. */
  caption: v.optional(markdown(limits.description)),
  /** The picture's address on the web. */
  url: UrlSchema,
  /** Address or path in the post; '' = built from the profile's image path and the file name. */
  path: UrlSchema,
  /** File name in the export, with extension. */
  fileName: v.pipe(v.string(), v.maxLength(limits.slug)),
  /** Address the picture links to in the post, or '' for none. */
  linkUrl: UrlSchema,
  /** sha-256 of the stored bytes, hex; '' while there are none. */
  assetId: v.union([v.literal(''), v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))]),
});

/** Whole seconds from the start of a recording. */
const seconds = v.pipe(v.number(), v.integer(), v.minValue(0));

export const MomentSchema = v.object({
  kind: v.literal('moment'),
  ...clipEntries,
  form: v.picklist(['bullet', 'paragraph']),
  startSeconds: seconds,
  /** Where it ends; null, or a time not after the start: it has no end. */
  endSeconds: v.optional(v.nullable(seconds), null),
  mediaTitle: v.pipe(v.string(), v.maxLength(limits.title)),
  mediaUrl: UrlSchema,
  /** Title of the chapter it is in, or ''. */
  chapter: v.optional(v.pipe(v.string(), v.maxLength(limits.title)), ''),
  /** What the captions showed then, or ''. */
  caption: v.optional(v.pipe(v.string(), v.maxLength(limits.description)), ''),
  /** The time may not be the recording's: an advertisement, a live stream, another video. */
  checkTime: v.optional(v.boolean(), false),
  /** The evening's talk in which it was noted, if there are several. */
  talkId: v.optional(IdSchema),
});

export const NoteSchema = v.object({
  kind: v.literal('note'),
  ...placeEntries,
  form: v.picklist(['bullet', 'paragraph']),
  note: markdown(limits.note),
  /**
   * Shortcodes and HTML in it are the note-taker's own and are written as typed. Absent in notes of
   * older versions, which stay safe for Hugo until the note-taker changes that.
   */
  asTyped: v.optional(v.boolean()),
  /**
   * When it was begun, if during a talk without a recording to take a time from; otherwise absent.
   */
  takenAt: v.optional(InstantSchema),
  /** The evening's talk in which it was taken, if there are several. */
  talkId: v.optional(IdSchema),
});

/**
 * Text that is written unchanged, never made safe for Hugo: shortcodes, HTML, what an opened post
 * held.
 */
export const RawSchema = v.object({
  kind: v.literal('raw'),
  ...placeEntries,
  note: markdown(limits.note),
});

/**
 * A piece of the house's template that was moved, hidden or written by hand for this post. An
 * untouched part is not stored, because it follows the template.
 */
export const PartSchema = v.object({
  kind: v.literal('part'),
  ...placeEntries,
  /**
   * Its name in the template: `intro`, `recording`, `talk`, `thanks`, `footer`, or a custom one.
   */
  part: v.pipe(v.string(), v.minLength(1), v.maxLength(limits.partName)),
  /** Set for a part that comes once for each talk. */
  talkId: v.optional(IdSchema),
  /** Its text is `note`, whatever the template says. */
  byHand: v.boolean(),
  /** Markdown; '' while it is not written by hand. */
  note: markdown(limits.note),
  /**
   * What the template produced when the part was first changed; shows whether that has changed
   * since.
   */
  base: markdown(limits.note),
});

/**
 * A lead-in line or a heading. It is in the same order as the clips and applies to those after it,
 * so any move writes one row (ADR 3).
 */
export const SectionSchema = v.object({
  kind: v.literal('section'),
  ...placeEntries,
  /** `lead-in`: a paragraph; else the level of the heading in the post. */
  form: v.picklist(['lead-in', 'h1', 'h2', 'h3', 'h4']),
  /** The note-taker's inline Markdown. */
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

/** A duplicate clip is written as deleted (ADR 5), although nobody deleted it. */
export const isSecondCapture = ({ createdAt, deletedAt }: Item): boolean => createdAt === deletedAt;

/**
 * What a later version needs to convert a quote again; stored beside the quote, not loaded with it.
 */
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
/** A captured clip, unlike what the note-taker adds (notes and sections). */
export type SourcedClip = Quote | LinkClip | ImageClip | Moment;
export type Clip = SourcedClip | Note;
/** Anything in a wrap-up's order. */
export type Item = Clip | Section | Raw | Part;
/**
 * Returns the id of the clip that an item is a block of; an item that is no block is its own clip
 * (ADR 43).
 */
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
