import * as v from 'valibot';
import { limits } from '../base/limits.ts';

/** The result of drawing the frame that a video shows. */
export const DrawnFrameSchema = v.variant('drawn', [
  v.object({ drawn: v.literal(false), reason: v.picklist(['no-frame', 'tainted', 'too-long']) }),
  v.object({
    drawn: v.literal(true),
    /** PNG. */
    base64: v.pipe(v.string(), v.maxLength(Math.ceil(limits.assetBytes * 1.4))),
    /** It has only one colour: it is protected, or shows nothing yet. */
    uniform: v.boolean(),
    /** Smaller than the video's own frames. */
    reduced: v.boolean(),
    /** The frame's time, in seconds. */
    seconds: v.pipe(v.number(), v.minValue(0), v.maxValue(limits.seconds)),
  }),
]);

export type DrawnFrame = v.InferOutput<typeof DrawnFrameSchema>;
