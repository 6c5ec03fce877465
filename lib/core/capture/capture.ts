import * as v from 'valibot';
import { limits } from '../base/limits.ts';
import { problemLimits } from '../base/problem.ts';
import { ProblemSchema } from '../base/problem-log.ts';
import { UrlSchema } from '../base/record.ts';
import type { Formulas } from '../post/profile.ts';
import { EventSchema, NamedLinkSchema } from '../post/wrap-up.ts';
import { SelectorSchema } from '../source/selectors.ts';
import { PageInfoSchema } from '../source/source.ts';

/**
 * What the background requests of a page; it is set as an argument before the capture script runs.
 */
export type CaptureRequest =
  /** What could be clipped here, without reading much. */
  | { want: 'inspect' }
  /**
   * The full selection, and the page's details; formulas go between dollars by default. `isPlain`:
   * only the words of the selection.
   */
  | { want: 'clip'; formulas?: Formulas; isPlain?: boolean }
  /** The page's details, and the place at its address, whatever is selected. */
  | { want: 'page' }
  /** Alt text and link of the picture with this address, and the page's details. */
  | { want: 'picture'; srcUrl: string }
  /** The text of the link with this address, and the page's details. */
  | { want: 'link'; linkUrl: string }
  /** The page's schema.org `Event`. */
  | { want: 'event' }
  /** The person that the page is about. */
  | { want: 'person' };

/**
 * Parts without text: a video without an address, a drawing without its source or name, a page
 * embedded in the page.
 */
const MissingPartSchema = v.picklist(['video', 'drawing', 'frame']);

/** A selection, read once. */
export const CapturedSelectionSchema = v.object({
  text: v.pipe(v.string(), v.minLength(1), v.maxLength(limits.quoteText)),
  markdown: v.pipe(v.string(), v.maxLength(limits.quoteMarkdown)),
  /** The same with HTML for what Markdown cannot express. */
  htmlMarkdown: v.optional(v.pipe(v.string(), v.maxLength(limits.quoteMarkdown))),
  html: v.pipe(v.string(), v.maxLength(limits.quoteHtml)),
  /** Parts that the selection shows but that have no text and could not be read in another form. */
  missing: v.optional(v.pipe(v.array(MissingPartSchema), v.maxLength(10))),
  selectors: v.pipe(v.array(SelectorSchema), v.maxLength(10)),
  heading: v.pipe(v.string(), v.maxLength(limits.title)),
  headingId: v.pipe(v.string(), v.maxLength(limits.label)),
});

export const CapturedPictureSchema = v.object({
  alt: v.pipe(v.string(), v.maxLength(limits.description)),
  url: UrlSchema,
  /** Address of the link around the picture, or ''. */
  linkUrl: UrlSchema,
  /**
   * The picture's position in the viewport, CSS px, for cutting it from a screenshot; null if not
   * visible.
   */
  box: v.nullable(
    v.object({ x: v.number(), y: v.number(), width: v.number(), height: v.number() }),
  ),
  viewport: v.object({ width: v.number(), height: v.number() }),
});

/** schema.org `Event` as read from JSON-LD or microdata; every part may be empty. */
export const CapturedEventSchema = v.object({
  event: EventSchema,
  venue: NamedLinkSchema,
  organiser: NamedLinkSchema,
  performers: v.pipe(v.array(NamedLinkSchema), v.maxLength(limits.speakers)),
  /** Street and town of the venue in one line. */
  venueAddress: v.optional(v.pipe(v.string(), v.maxLength(limits.label))),
  /** The end by the clock at the venue, like `event.startsAt`. */
  endsAt: v.optional(EventSchema.entries.startsAt),
  status: v.optional(v.picklist(['cancelled', 'postponed'])),
  /** True if one can, or must, take part online. */
  online: v.optional(v.picklist(['also', 'only'])),
  /** The page contradicts itself about the start; see `venueStart`. */
  startDoubtful: v.optional(v.boolean()),
  /** One of a series whose rule is not understood; the start is that of the first event. */
  firstOfSeries: v.optional(v.boolean()),
});

/** A person as their page introduces them; every part but the name may be empty. */
export const CapturedPersonSchema = v.object({
  ...NamedLinkSchema.entries,
  role: v.pipe(v.string(), v.maxLength(limits.label)),
  affiliation: NamedLinkSchema,
});

/**
 * What one frame answers. `frame.top` distinguishes the page itself from frames embedded in it;
 * `error` is set if the frame could not give what was requested.
 */
export const CaptureSchema = v.object({
  frame: v.object({
    top: v.boolean(),
    focused: v.boolean(),
    /** Address of an embedded frame that has the keyboard; '' if it has no address. */
    focusedEmbed: v.optional(UrlSchema),
  }),
  page: PageInfoSchema,
  hasSelection: v.boolean(),
  /** First words of the selection, for display. */
  selectionPreview: v.pipe(v.string(), v.maxLength(400)),
  hasEvent: v.boolean(),
  /** The page says that it is a person's page. */
  hasPerson: v.optional(v.boolean()),
  selection: v.optional(CapturedSelectionSchema),
  /** The selection's words, if only they could be read. */
  plainText: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(limits.quoteText))),
  /**
   * The heading that the fragment of the page's address, or of the link to a place on the page,
   * leads to.
   */
  section: v.optional(v.object({ heading: v.pipe(v.string(), v.maxLength(limits.title)) })),
  picture: v.optional(CapturedPictureSchema),
  linkText: v.optional(v.pipe(v.string(), v.maxLength(limits.title))),
  /** The page's own event first, then the others, most likely first. */
  events: v.optional(v.pipe(v.array(CapturedEventSchema), v.maxLength(limits.events))),
  person: v.optional(CapturedPersonSchema),
  /** An iCalendar file that the page links to. */
  calendarUrl: v.optional(UrlSchema),
  /** What went wrong during reading, for the diagnostics: an adapter that throws loses no clip. */
  problems: v.optional(v.pipe(v.array(ProblemSchema), v.maxLength(problemLimits.perAnswer))),
  error: v.optional(v.picklist(['selection-too-long', 'selection-unformatted', 'capture-failed'])),
});

export type MissingPart = v.InferOutput<typeof MissingPartSchema>;
export type CapturedSelection = v.InferOutput<typeof CapturedSelectionSchema>;
export type CapturedPicture = v.InferOutput<typeof CapturedPictureSchema>;
export type CapturedEvent = v.InferOutput<typeof CapturedEventSchema>;
export type CapturedPerson = v.InferOutput<typeof CapturedPersonSchema>;
export type Capture = v.InferOutput<typeof CaptureSchema>;
