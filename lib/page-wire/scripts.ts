import * as v from 'valibot';
import { type CaptureRequest, CaptureSchema } from '../core/capture/capture.ts';
import { CapturedMediaSchema } from '../core/capture/captured-media.ts';
import type { ConfirmationState } from '../core/capture/confirmation-state.ts';
import { DrawnFrameSchema } from '../core/capture/drawn-frame.ts';
import type { Messages } from '../core/text/message.ts';

/** A script that can be injected, as this module knows it. */
interface PageScript<Question, Schema extends v.GenericSchema> {
  /** The schema of its value, because a hostile page may have manipulated what the script reads. */
  answer: Schema;
  /** How long it may take after the request, ms. */
  limitMs: number;
  /** Only a type: the question; null if there is only one thing to ask. */
  question?: Question;
}

/** For reading a page: together with a confirmation, the outcome comes within 6 s. */
const readMs = 4_200;

/**
 * A slow machine needs seconds to encode a 4K frame; a stuck page has failed before, when it was
 * asked what plays.
 */
const drawMs = 15_000;

/** For scripts that show something in a page. */
interface Spoken {
  /** Its texts, if a language other than the browser's was chosen. */
  messages?: Messages | undefined;
}

const asks =
  <Question>() =>
  <Schema extends v.GenericSchema>(
    answer: Schema,
    limitMs = readMs,
  ): PageScript<Question, Schema> => ({ answer, limitMs });

type Wanting<Want extends CaptureRequest['want']> = Extract<CaptureRequest, { want: Want }>;

/**
 * All scripts that are injected into pages, by name: `entrypoints/<name>`, built as `/<name>.js`.
 */
export const pageScripts = {
  /** Reads what the page says about itself, its event, pictures and links. */
  'capture-page': asks<Exclude<CaptureRequest, Wanting<'clip' | 'person'>>>()(CaptureSchema),
  /** Reads the selection as Markdown; only this script contains the converter. */
  'capture-selection': asks<Wanting<'clip'>>()(CaptureSchema),
  /** Reads the person that the page is about. */
  'capture-person': asks<Wanting<'person'>>()(CaptureSchema),
  /** Reads what plays, and the time. */
  'capture-moment': asks<null>()(CapturedMediaSchema),
  /** Reads the current frame of the video found last, as a picture. */
  'capture-frame': asks<null>()(DrawnFrameSchema, drawMs),
  /** Shows a layer to draw a region on; answers whether the page shows it. */
  'draw-region': asks<Spoken & { requestId: string }>()(v.boolean(), 2_000),
  /** Shows the card about the clip; answers whether the page shows it. */
  confirmation: asks<Spoken & ConfirmationState>()(v.boolean(), 1_000),
} as const;

type PageScripts = typeof pageScripts;
export type ScriptName = keyof PageScripts;
/** The question to a script. */
export type Question<Name extends ScriptName> = Exclude<PageScripts[Name]['question'], undefined>;
/** What a script answers in its page. */
export type Answered<Name extends ScriptName> = v.InferInput<PageScripts[Name]['answer']>;
/** The answer once it has been validated. */
export type Answer<Name extends ScriptName> = v.InferOutput<PageScripts[Name]['answer']>;
