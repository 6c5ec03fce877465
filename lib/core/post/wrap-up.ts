import * as v from 'valibot';
import { limits } from '../base/limits.ts';
import {
  IdSchema,
  InstantSchema,
  OffsetDateTimeSchema,
  recordEntries,
  UrlSchema,
} from '../base/record.ts';

const label = v.pipe(v.string(), v.maxLength(limits.label));

/** A person or thing with a name and, perhaps, an address ('' if there is none). */
export const NamedLinkSchema = v.object({ name: label, url: UrlSchema });

export const SpeakerSchema = v.object({
  id: IdSchema,
  ...NamedLinkSchema.entries,
  role: label,
  /** Where the role goes in the intro: `Architect Ada` or `Ada (Architect)`. */
  rolePosition: v.picklist(['before', 'after']),
  affiliation: NamedLinkSchema,
});

/** Meaning follows schema.org `Event`. */
export const EventSchema = v.object({
  ...NamedLinkSchema.entries,
  /** Start as local date and time at the venue, `2025-10-28T19:00`, or '' if not known yet. */
  startsAt: v.union([
    v.literal(''),
    v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2})?$/)),
  ]),
  /** IANA time zone (`Europe/Berlin`) or a fixed offset (`+01:00`), or ''. */
  timeZone: v.pipe(v.string(), v.maxLength(100)),
});

export const RecordingSchema = v.object({
  url: UrlSchema,
  /** Address or path of the recording's picture as written in the post, or ''. */
  picture: UrlSchema,
  pictureAlt: label,
  /** sha-256 of the picture's bytes, hex, if they were added here and not to a clip. */
  assetId: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
});

/** One talk of the evening; meaning follows schema.org `subEvent`. */
export const TalkSchema = v.object({
  id: IdSchema,
  title: v.pipe(v.string(), v.maxLength(limits.title)),
  /** Ids of its speakers; the evening's speakers whom no talk names belong to the first. */
  speakerIds: v.pipe(v.array(IdSchema), v.maxLength(limits.speakers)),
  slides: UrlSchema,
  repository: UrlSchema,
  /**
   * Empty for the talk with the wrap-up's id: its recording is stored as the wrap-up's own, where
   * it always was.
   */
  recording: RecordingSchema,
});

/** A file that goes with the post and is no picture in it: slides, a PDF, an animation. */
export const SiteFileSchema = v.object({
  id: IdSchema,
  /** Name in the export, with extension; safe on every system. */
  fileName: v.pipe(v.string(), v.minLength(1), v.maxLength(limits.slug)),
  /** sha-256 of its bytes, hex. */
  assetId: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  /** Bytes. */
  size: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

/** Where new clips land, if not in the tray: at the start or end of the post, or after an item. */
export const LandingSchema = v.union([v.picklist(['start', 'end', 'tray']), IdSchema]);

/** A field that the group's site needs besides the usual ones; `value` is written as a string. */
export const ExtraFieldSchema = v.object({
  key: v.pipe(v.string(), v.minLength(1), v.maxLength(limits.label)),
  value: v.pipe(v.string(), v.maxLength(limits.note)),
});

/** What the note-taker enters about a post, unlike what the store adds. */
export const wrapUpDetailEntries = {
  title: v.pipe(v.string(), v.maxLength(limits.title)),
  /** File name without extension; [a-z0-9-] and other letters and digits in lower case. */
  slug: v.pipe(v.string(), v.maxLength(limits.slug)),
  /** The post's date with its offset. */
  date: OffsetDateTimeSchema,
  draft: v.boolean(),
  tags: v.pipe(v.array(v.pipe(v.string(), v.maxLength(limits.tag))), v.maxLength(limits.tags)),
  event: EventSchema,
  venue: NamedLinkSchema,
  /** Street and town of the venue in one line, or ''. */
  venueAddress: v.optional(label, ''),
  organiser: NamedLinkSchema,
  speakers: v.pipe(v.array(SpeakerSchema), v.maxLength(limits.speakers)),
  /** The recording of the talk with the wrap-up's id, or of the only talk (`talksOf`). */
  recording: RecordingSchema,
  /** In their order; absent or empty: one talk without a title, with all speakers (`talksOf`). */
  talks: v.optional(v.pipe(v.array(TalkSchema), v.maxLength(limits.talks))),
  /** In the order in which they were added; absent: none. */
  files: v.optional(v.pipe(v.array(SiteFileSchema), v.maxLength(limits.files))),
  /** Markdown under the closing line of the post, or ''. */
  footer: v.pipe(v.string(), v.maxLength(limits.note)),
  extraFields: v.pipe(v.array(ExtraFieldSchema), v.maxLength(limits.frontMatterFields)),
  /**
   * Id of its house style; absent or `profile`: the first one, which also replaces a style that no
   * longer exists.
   */
  styleId: v.optional(v.union([IdSchema, v.literal('profile')])),
  /** For an opened post: the user dismissed the details found in its first sentences. */
  offersDismissed: v.optional(v.boolean()),
};

export const WrapUpDetailsSchema = v.object(wrapUpDetailEntries);

/** Details that an opened post has in its front matter. */
export const openedDetails = ['title', 'date', 'draft', 'tags', 'extraFields'] as const;
export type OpenedDetail = (typeof openedDetails)[number];

const text = (max: number) => v.pipe(v.string(), v.maxLength(max));

/**
 * The file that a wrap-up was opened from, without its pieces; with them it is that file again,
 * byte for byte (ADR 55).
 */
export const OpenedFileSchema = v.object({
  /** The file's own name, with extension. */
  name: text(limits.label),
  /** sha-256 of its bytes, hex. */
  digest: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  /** Byte order mark, or ''. */
  mark: v.picklist(['', '\uFEFF']),
  /** As `splitFrontMatter` returns it; absent if there is none. */
  frontMatter: v.optional(
    v.object({
      format: v.picklist(['yaml', 'toml', 'json']),
      opening: text(limits.note),
      fields: text(limits.frontMatter),
      closing: text(limits.note),
    }),
  ),
  /** The text before the first piece; for a post without pieces all of it. */
  start: text(limits.note),
  /** The text after the last piece; absent in a post without any. */
  tail: v.optional(text(limits.note)),
  lineEnd: v.picklist(['\n', '\r\n', '\r']),
  /** The details as they were read; only changed ones are written. */
  details: v.pick(WrapUpDetailsSchema, ['slug', ...openedDetails]),
  /** Details that the front matter has no place for, or has in a form that can't be edited. */
  locked: v.array(v.picklist(openedDetails)),
  /** The line of the file from which the front matter could not be read. */
  brokenAt: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
});

export const WrapUpSchema = v.object({
  id: IdSchema,
  ...wrapUpDetailEntries,
  /** Absent: at the end. */
  landing: v.optional(LandingSchema),
  /** The file that it was opened from; absent: it was created here. */
  opened: v.optional(OpenedFileSchema),
  archivedAt: v.nullable(InstantSchema),
  ...recordEntries,
});

export type NamedLink = v.InferOutput<typeof NamedLinkSchema>;
export type Speaker = v.InferOutput<typeof SpeakerSchema>;
export type EventDetails = v.InferOutput<typeof EventSchema>;
export type Talk = v.InferOutput<typeof TalkSchema>;
export type SiteFile = v.InferOutput<typeof SiteFileSchema>;
/** `start`, `end`, `tray`, or the id of the item after which they land. */
export type Landing = v.InferOutput<typeof LandingSchema>;
export type WrapUpDetails = v.InferOutput<typeof WrapUpDetailsSchema>;
export type WrapUp = v.InferOutput<typeof WrapUpSchema>;
export type OpenedFile = v.InferOutput<typeof OpenedFileSchema>;
/** A wrap-up that was opened from a file. */
export type OpenedWrapUp = WrapUp & { opened: OpenedFile };
