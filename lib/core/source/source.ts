import * as v from 'valibot';
import { limits } from '../base/limits.ts';
import { InstantSchema, UrlSchema } from '../base/record.ts';
import { SelectorSchema } from './selectors.ts';

const line = (max: number) => v.pipe(v.string(), v.maxLength(max));

/** The part of a page that a clip is from, where the site gives it an address of its own. */
export const PlaceSchema = v.object({
  kind: v.picklist([
    ...(['comment', 'answer', 'question', 'post'] as const),
    ...(['issue', 'pull', 'discussion', 'commit', 'code', 'release'] as const),
    'revision',
  ]),
  /** Its permalink. Of code, with commit and lines; of a revision, the page as it was. */
  url: UrlSchema,
  /** Who wrote it, or ''. */
  author: line(limits.label),
  /** ISO date, or ''. */
  published: line(40),
  /** Number of the issue, pull request, discussion or revision; null if there is none. */
  number: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))),
  /** Short name as the site writes it (`owner/name#12`, `owner/name/ring.go#L3-L9`), or ''. */
  label: line(limits.title),
});

/** What a page says of itself, read at the moment of capture. Empty string: it does not say. */
export const PageInfoSchema = v.object({
  /** The address as visited, fragment included. */
  url: UrlSchema,
  /** The page's canonical address, without tracking parameters; falls back to the cleaned `url`. */
  canonicalUrl: UrlSchema,
  /** The document's title as it stands. */
  title: line(limits.title),
  /** The title without the site's name. */
  cleanTitle: line(limits.title),
  siteName: line(limits.label),
  author: line(limits.label),
  /** ISO date (`2025`, `2025-10` or `2025-10-30`), or ''. */
  published: line(40),
  /** One line that describes the page, or ''. */
  description: line(limits.description),
  /** MIME type of the document, `text/html` for most. */
  mediaType: line(100),
  /** BCP 47 tag of the document or selection, or ''. */
  language: line(100),
  /** Where a page about a paper says that its PDF is; absent: it does not say. */
  pdfUrl: v.optional(UrlSchema),
  /** The adapter that read the page, with its version: `github/1`; absent: the generic reading. */
  adapter: v.optional(line(100)),
  /** Absent: the page as a whole. */
  place: v.optional(PlaceSchema),
});

/** Where a clip comes from, fixed at capture time. */
export const SourceSchema = v.object({
  ...PageInfoSchema.entries,
  /** Id of the nearest heading above the selection, without `#`, or ''. */
  headingId: line(limits.label),
  /** Text of that heading, or ''. */
  heading: line(limits.title),
  selectors: v.pipe(v.array(SelectorSchema), v.maxLength(10)),
  capturedAt: InstantSchema,
});

export type Place = v.InferOutput<typeof PlaceSchema>;
export type PageInfo = v.InferOutput<typeof PageInfoSchema>;
export type Source = v.InferOutput<typeof SourceSchema>;
