import * as v from 'valibot';
import { limits } from './limits.ts';
import { InstantSchema, UrlSchema } from './record.ts';
import { SelectorSchema } from './selectors.ts';

const line = (max: number) => v.pipe(v.string(), v.maxLength(max));

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

export type PageInfo = v.InferOutput<typeof PageInfoSchema>;
export type Source = v.InferOutput<typeof SourceSchema>;
