import * as v from 'valibot';
import { type Capture, CaptureSchema } from '../core/capture.ts';
import type { FrameAnswer } from './ports.ts';

/** What one frame said, and which one it is. */
export type FrameCapture = Capture & { frameId: number };

/** What frames returned, parsed; hostile or broken answers are left out. */
export function parseCaptures(answers: readonly FrameAnswer[]): FrameCapture[] {
  return answers.flatMap(({ frameId, answer }) => {
    const parsed = v.safeParse(CaptureSchema, answer);
    return parsed.success ? [{ ...parsed.output, frameId }] : [];
  });
}

/** The page itself, as against what is embedded in it. */
export function topFrame(captures: readonly FrameCapture[]): FrameCapture | undefined {
  return captures.find((capture) => capture.frame.top);
}

/**
 * The frame that answers: of those that have what is wanted, the one the menu was opened in, else
 * the one with the focus, else the page itself, else the first.
 */
export function choose(
  captures: readonly FrameCapture[],
  has: (capture: Capture) => boolean,
  menuFrameId?: number,
): FrameCapture | undefined {
  const having = captures.filter(has);
  return (
    having.find((capture) => capture.frameId === menuFrameId) ??
    having.findLast((capture) => capture.frame.focused) ??
    topFrame(having) ??
    having[0]
  );
}
