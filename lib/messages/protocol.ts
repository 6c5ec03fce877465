import * as v from 'valibot';
import { limits } from '../core/base/limits.ts';
import { IdSchema, UrlSchema } from '../core/base/record.ts';
import { CapturedEventSchema } from '../core/capture/capture.ts';
import { ClipIntentSchema, TabBoxSchema } from '../core/capture/clip-intent.ts';
import {
  ClipPlaceSchema,
  PlaceChoicesSchema,
  PlaceTargetSchema,
} from '../core/capture/clip-place.ts';
import { TypedOverSchema } from '../core/capture/typed-over.ts';
import { PageOverviewSchema, PlaybackSchema } from '../core/media/recording.ts';
import { PdfPageSchema } from '../core/papers/pdf-page-schema.ts';

const tabId = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const frameId = tabId;

/**
 * `tied`: no clip was made, because a quote of an opened post has these words and is now tied to
 * their page.
 */
const ClipOutcomeSchema = v.picklist(['clipped', 'clipped-before', 'tied']);

/**
 * All messages. `from` says who may send one: `page` is one of our extension pages, `content` is
 * our script in the tab that the message is about. Names are `noun.verb`.
 */
export const protocol = {
  /** What could be clipped in a tab. */
  'page.inspect': {
    from: ['page'],
    request: v.object({ tabId }),
    reply: PageOverviewSchema,
  },
  /** Clips what a tab shows or plays; `requestId` becomes the clip's id, so a retry is harmless. */
  'clip.capture': {
    from: ['page'],
    request: v.object({
      requestId: IdSchema,
      tabId,
      what: v.picklist(['selection', 'page', 'moment', 'screenshot']),
      /** Id of the item to place it after; without one it lands where new clips do. */
      afterId: v.optional(IdSchema),
    }),
    reply: v.object({ itemId: IdSchema, outcome: ClipOutcomeSchema }),
  },
  /**
   * Returns the position of a tab's recording: the one found last in `frameId`, while it exists,
   * else the one that is meant now; null if there is none.
   */
  'playback.read': {
    from: ['page'],
    request: v.object({ tabId, frameId: v.nullable(frameId) }),
    reply: v.nullable(PlaybackSchema),
  },
  /** Seeks a recording to a time if it is in that tab; `sought`: whether it is. */
  'playback.seek': {
    from: ['page'],
    request: v.object({
      tabId,
      mediaUrl: UrlSchema,
      seconds: v.pipe(v.number(), v.minValue(0), v.maxValue(limits.seconds)),
    }),
    reply: v.object({ sought: v.boolean() }),
  },
  /**
   * Clips again what could not be saved: a script in its own tab, or one of our pages in the tab
   * that it names.
   */
  'clip.retry': {
    from: ['content', 'page'],
    request: v.object({
      requestId: IdSchema,
      intent: ClipIntentSchema,
      tabId: v.optional(tabId),
    }),
    reply: v.object({ itemId: IdSchema, outcome: ClipOutcomeSchema }),
  },
  /**
   * Clips again what could not be saved, as it was captured, because its page may be gone; or
   * stores words for a clip that could not be written (`words`).
   */
  'unsaved.clip': {
    from: ['page'],
    request: v.object({ id: IdSchema }),
    reply: v.object({
      itemId: IdSchema,
      outcome: v.picklist([...ClipOutcomeSchema.options, 'words']),
    }),
  },
  /** The words of a clip that could not be saved were copied, in the tab it was clipped in. */
  'unsaved.discard': {
    from: ['content', 'page'],
    request: v.object({ id: IdSchema }),
    reply: v.object({}),
  },
  /** The page of the sender's tab never let the outcome be seen that it was to show. */
  'outcome.unseen': {
    from: ['content'],
    request: v.strictObject({}),
    reply: v.object({}),
  },
  /** The region that the note-taker drew in the sender's own tab, after the request to draw one. */
  'region.take': {
    from: ['content'],
    request: v.object({ requestId: IdSchema, ...TabBoxSchema.entries }),
    reply: v.object({ itemId: IdSchema, outcome: ClipOutcomeSchema }),
  },
  /** Returns the events that the page in a tab announces, and its canonical address. */
  'event.read': {
    from: ['page'],
    request: v.object({ tabId }),
    reply: v.object({
      pageUrl: UrlSchema,
      events: v.pipe(v.array(CapturedEventSchema), v.minLength(1), v.maxLength(limits.events)),
    }),
  },
  /** Adds the person whose page a tab shows to the speakers of the current wrap-up. */
  'speaker.clip': {
    from: ['page'],
    request: v.object({ tabId }),
    reply: v.object({
      wrapUpId: IdSchema,
      wrapUpTitle: v.string(),
      speakerId: IdSchema,
      name: v.string(),
      outcome: v.picklist(['added', 'completed', 'present']),
    }),
  },
  /**
   * The note-taker's words for a clip, as typed in the confirmation. `saved` is false if they could
   * not be written and are kept until the browser closes.
   */
  'clip.annotate': {
    from: ['content', 'page'],
    request: v.object({
      itemId: IdSchema,
      note: v.pipe(v.string(), v.maxLength(limits.note)),
      over: TypedOverSchema,
    }),
    reply: v.object({ saved: v.boolean() }),
  },
  /** A picture's alt text, as typed in the confirmation. */
  'clip.describe': {
    from: ['content', 'page'],
    request: v.object({
      itemId: IdSchema,
      alt: v.pipe(v.string(), v.maxLength(limits.description)),
      over: TypedOverSchema,
    }),
    reply: v.object({ saved: v.boolean() }),
  },
  /** Moves a moment to an absolute time, because a message may arrive twice. */
  'moment.nudge': {
    from: ['content', 'page'],
    request: v.object({
      itemId: IdSchema,
      startSeconds: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(limits.seconds)),
    }),
    reply: v.object({}),
  },
  /** The page of a clip's PDF, as typed in the confirmation; null for none. */
  'clip.locate': {
    from: ['content', 'page'],
    request: v.object({ itemId: IdSchema, page: v.nullable(PdfPageSchema) }),
    reply: v.object({}),
  },
  /** Returns where a clip is, for its confirmation, once that shows. */
  'clip.where': {
    from: ['content', 'page'],
    request: v.object({ itemId: IdSchema }),
    reply: ClipPlaceSchema,
  },
  /** Returns the other possible places; requested once the note-taker wants to see them. */
  'clip.places': {
    from: ['content', 'page'],
    request: v.object({ itemId: IdSchema }),
    reply: PlaceChoicesSchema,
  },
  /** Moves a clip within its post, to the tray or to another wrap-up; returns where it is then. */
  'clip.place': {
    from: ['content', 'page'],
    request: v.object({ itemId: IdSchema, target: PlaceTargetSchema }),
    reply: ClipPlaceSchema,
  },
  'clip.undo': {
    from: ['content', 'page'],
    /** `stepId`: id of the step that tied a quote to this clip; that step is undone instead. */
    request: v.object({ itemId: IdSchema, stepId: v.optional(IdSchema) }),
    reply: v.object({}),
  },
  /** Keeps a clip that is a duplicate. */
  'clip.restore': {
    from: ['content', 'page'],
    request: v.object({ itemId: IdSchema }),
    reply: v.object({}),
  },
} as const satisfies Record<
  string,
  {
    from: readonly ('page' | 'content')[];
    request: v.GenericSchema;
    reply: v.GenericSchema;
  }
>;

export type MessageName = keyof typeof protocol;
export type Request<N extends MessageName> = v.InferOutput<(typeof protocol)[N]['request']>;
export type Reply<N extends MessageName> = v.InferOutput<(typeof protocol)[N]['reply']>;
