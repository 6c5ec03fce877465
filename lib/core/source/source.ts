import * as v from 'valibot';
import { limits } from '../base/limits.ts';
import { InstantSchema, UrlSchema } from '../base/record.ts';
import { SelectorSchema } from './selectors.ts';

const line = (max: number) => v.pipe(v.string(), v.maxLength(max));

/** The part of a page that a clip is from, if the site gives it its own address. */
export const PlaceSchema = v.object({
  kind: v.picklist([
    ...(['comment', 'answer', 'question', 'post'] as const),
    ...(['issue', 'pull', 'discussion', 'commit', 'code', 'release'] as const),
    'revision',
  ]),
  /**
   * Its permalink. For code it has the commit and the lines; for a revision it leads to the page as
   * it was.
   */
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

/**
 * What a page says about itself, read at the moment of capture. An empty string means that it does
 * not say.
 */
export const PageInfoSchema = v.object({
  /** The address as visited, fragment included. */
  url: UrlSchema,
  /** The page's canonical address, without tracking parameters; falls back to the cleaned `url`. */
  canonicalUrl: UrlSchema,
  /** The document's title, unchanged. */
  title: line(limits.title),
  /** The title without the site's name. */
  cleanTitle: line(limits.title),
  siteName: line(limits.label),
  author: line(limits.label),
  /** ISO date (`2025`, `2025-10` or `2025-10-30`), or ''. */
  published: line(40),
  /** A one-line description of the page, or ''. */
  description: line(limits.description),
  /** MIME type of the document, usually `text/html`. */
  mediaType: line(100),
  /** BCP 47 tag of the document or selection, or ''. */
  language: line(100),
  /** The address of the PDF, from a page about a paper; absent if the page gives none. */
  pdfUrl: v.optional(UrlSchema),
  /** The adapter that read the page, with its version: `github/1`; absent: the generic reader. */
  adapter: v.optional(line(100)),
  /** Absent: the whole page. */
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
