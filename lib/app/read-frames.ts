import * as v from 'valibot';
import { type Capture, CaptureSchema } from '../core/capture.ts';

/** What frames returned, parsed; hostile or broken answers are left out. */
export function parseCaptures(answers: readonly unknown[]): Capture[] {
  return answers.flatMap((answer) => {
    const parsed = v.safeParse(CaptureSchema, answer);
    return parsed.success ? [parsed.output] : [];
  });
}

/** The page itself, as against what is embedded in it. */
export function topFrame(captures: readonly Capture[]): Capture | undefined {
  return captures.find((capture) => capture.frame.top);
}

/**
 * The frame that answers: of those that have what is wanted, the innermost with the focus (the
 * frames around it have it too), else the page itself, else the first.
 */
export function choose(
  captures: readonly Capture[],
  has: (capture: Capture) => boolean,
): Capture | undefined {
  const having = captures.filter(has);
  return (
    having.findLast((capture) => capture.frame.focused && !capture.frame.top) ??
    topFrame(having) ??
    having[0]
  );
}
