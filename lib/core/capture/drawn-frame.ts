import * as v from 'valibot';
import { limits } from '../base/limits.ts';

/** What came of drawing the frame that a video shows. */
export const DrawnFrameSchema = v.variant('drawn', [
  v.object({ drawn: v.literal(false), reason: v.picklist(['no-frame', 'tainted', 'too-long']) }),
  v.object({
    drawn: v.literal(true),
    /** PNG. */
    base64: v.pipe(v.string(), v.maxLength(Math.ceil(limits.assetBytes * 1.4))),
    /** All of one colour: protected, or nothing shown yet. */
    uniform: v.boolean(),
    /** Smaller than the video's own frames. */
    reduced: v.boolean(),
    /** When the frame is from, seconds. */
    seconds: v.pipe(v.number(), v.minValue(0), v.maxValue(limits.seconds)),
  }),
]);

export type DrawnFrame = v.InferOutput<typeof DrawnFrameSchema>;
