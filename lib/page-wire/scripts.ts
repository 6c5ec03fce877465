import * as v from 'valibot';
import { type CaptureRequest, CaptureSchema } from '../core/capture/capture.ts';
import { CapturedMediaSchema } from '../core/capture/captured-media.ts';
import type { ConfirmationState } from '../core/capture/confirmation-state.ts';
import { DrawnFrameSchema } from '../core/capture/drawn-frame.ts';
import type { Messages } from '../core/text/message.ts';

/** A script that is injected, as this wire knows it. */
interface PageScript<Question, Schema extends v.GenericSchema> {
  /** Of its value: a hostile page may have had its hands on what the script reads. */
  answer: Schema;
  /** How long it may take from its asking on, ms. */
  limitMs: number;
  /** A type alone: what it is asked; null if there is only one thing to ask. */
  question?: Question;
}

/** For what the page says: with a confirmation after it, the outcome comes within 6 s. */
const readMs = 4_200;

/** To encode a frame of 4K takes a slow machine seconds; a stuck page has failed before, when asked what plays. */
const drawMs = 15_000;

/** For what shows in a page. */
interface Spoken {
  /** Its texts, where another language than the browser's was chosen. */
  messages?: Messages | undefined;
}

const asks =
  <Question>() =>
  <Schema extends v.GenericSchema>(
    answer: Schema,
    limitMs = readMs,
  ): PageScript<Question, Schema> => ({ answer, limitMs });

type Wanting<Want extends CaptureRequest['want']> = Extract<CaptureRequest, { want: Want }>;

/** Every script that is injected into pages, by its name: `entrypoints/<name>`, built as `/<name>.js`. */
export const pageScripts = {
  /** What the page says of itself, its event, pictures and links. */
  'capture-page': asks<Exclude<CaptureRequest, Wanting<'clip' | 'person'>>>()(CaptureSchema),
  /** The selection, as Markdown: it alone brings the converter. */
  'capture-selection': asks<Wanting<'clip'>>()(CaptureSchema),
  /** The person whose page it is. */
  'capture-person': asks<Wanting<'person'>>()(CaptureSchema),
  /** What plays, and when. */
  'capture-moment': asks<null>()(CapturedMediaSchema),
  /** The frame that the video found last shows, as a picture. */
  'capture-frame': asks<null>()(DrawnFrameSchema, drawMs),
  /** A layer to draw a region on; whether the page shows it. */
  'draw-region': asks<Spoken & { requestId: string }>()(v.boolean(), 2_000),
  /** The card that tells what was clipped; whether the page shows it. */
  confirmation: asks<Spoken & ConfirmationState>()(v.boolean(), 1_000),
} as const;

type PageScripts = typeof pageScripts;
export type ScriptName = keyof PageScripts;
/** What a script is asked. */
export type Question<Name extends ScriptName> = Exclude<PageScripts[Name]['question'], undefined>;
/** What a script answers in its page. */
export type Answered<Name extends ScriptName> = v.InferInput<PageScripts[Name]['answer']>;
/** The same once it has been checked. */
export type Answer<Name extends ScriptName> = v.InferOutput<PageScripts[Name]['answer']>;
