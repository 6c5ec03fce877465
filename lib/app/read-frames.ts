import { pageAddress } from '../core/address/url.ts';
import type { Capture } from '../core/capture/capture.ts';
import type { FrameAnswer } from '../core/capture/frame-answer.ts';
import { parseMediaAddress } from '../sites/media-address.ts';

/** What one frame said, and which one it is. */
export type FrameCapture = Capture & { frameId: number };

/** What the frames said, each with its id; late ones said nothing. */
export function withFrameIds<T extends object>(
  answers: readonly FrameAnswer<T>[],
): (T & { frameId: number })[] {
  return answers.flatMap(({ frameId, answer }) => (answer ? [{ ...answer, frameId }] : []));
}

/**
 * True if the keyboard is in a frame that could not be read, so that its selection is unknown. A
 * player has nothing to select.
 */
export function isFocusUnread(captures: readonly FrameCapture[]): boolean {
  if (captures.some(({ frame }) => frame.focused)) return false;
  return captures.some((around) => {
    const embed = around.frame.focusedEmbed;
    if (embed === undefined || parseMediaAddress(embed) !== undefined) return false;
    // Nothing in the page may have the focus just now (a side panel has it), and all be read. A frame
    // without an address of its own has that of the page around it.
    const address = pageAddress(embed || around.page.url);
    return !captures.some(
      (other) => other !== around && !other.frame.top && pageAddress(other.page.url) === address,
    );
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
