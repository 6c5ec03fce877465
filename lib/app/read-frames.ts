import { pageAddress } from '../core/address/url.ts';
import type { Capture } from '../core/capture/capture.ts';
import type { FrameAnswer } from '../core/capture/frame-answer.ts';
import { parseMediaAddress } from '../sites/media-address.ts';

/** One frame's answer, and its id. */
export type FrameCapture = Capture & { frameId: number };

/** Pairs the frames' answers with their ids; late frames have none. */
export function withFrameIds<T extends object>(
  answers: readonly FrameAnswer<T>[],
): (T & { frameId: number })[] {
  return answers.flatMap(({ frameId, answer }) => (answer ? [{ ...answer, frameId }] : []));
}

/**
 * True if the keyboard is in a frame that could not be read, so its selection is unknown. A player
 * has nothing to select.
 */
export function isFocusUnread(captures: readonly FrameCapture[]): boolean {
  if (captures.some(({ frame }) => frame.focused)) return false;
  return captures.some((around) => {
    const embed = around.frame.focusedEmbed;
    if (embed === undefined || parseMediaAddress(embed) !== undefined) return false;
    // Perhaps nothing in the page has the focus now (a side panel has it) although all frames were
    // read. A frame without its own address has that of the page around it.
    const address = pageAddress(embed || around.page.url);
    return !captures.some(
      (other) => other !== around && !other.frame.top && pageAddress(other.page.url) === address,
    );
  });
}

/** Returns the page itself, unlike frames embedded in it. */
export function topFrame(captures: readonly FrameCapture[]): FrameCapture | undefined {
  return captures.find((capture) => capture.frame.top);
}

/**
 * Chooses the frame that answers: of those with a suitable answer, the one the menu was opened in,
 * else the one with the focus, else the page itself, else the first.
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
