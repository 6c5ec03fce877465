/**
 * Runs in the desk: measures when a keystroke in a block is visible in the preview beside it, and
 * what shows during a fling.
 */

declare global {
  interface Window {
    /** ms from each keystroke's event to the frame whose preview shows it. */
    previewMs?: number[];
  }
}

/**
 * Each key is answered before the next one is pressed: the caller waits for `previewMs` to grow.
 */
export function watchPreview(): void {
  const times: number[] = [];
  window.previewMs = times;
  let pressedAt: number | undefined;
  document.addEventListener(
    'keydown',
    ({ timeStamp }) => {
      pressedAt = timeStamp;
    },
    true,
  );
  const preview = document.querySelector('.as-post');
  new MutationObserver(() => {
    const at = pressedAt;
    if (at === undefined) return;
    pressedAt = undefined;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => times.push(performance.now() - at);
      port2.postMessage(null);
    });
  }).observe(preview as Element, { childList: true, subtree: true, characterData: true });
}

/** What a fling showed, frame by frame. */
export interface Fling {
  frames: number;
  /**
   * Frames in which some part of the view that is higher than a block's padding, or all of it, had
   * no text.
   */
  withoutText: number;
  /** The height of the tallest such part, CSS px. */
  emptyPx: number;
}

/**
 * Scrolls over ten heights of the view, like a finger that lets go, slowing down, within a second
 * of frames. Each frame is examined as it will be painted, because the page learns of the scrolling
 * with the next one.
 * @param blocks in the scrolled element; only those with text can be seen
 */
export async function fling(scroller: string, blocks: string): Promise<Fling> {
  const screens = 10;
  const frames = 60;
  /** Between two blocks, and above a heading. */
  const paddingPx = 64;
  const view = document.querySelector(scroller) as HTMLElement;
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const emptyNow = () => {
    const { top, bottom } = view.getBoundingClientRect();
    let [end, empty] = [top, 0];
    for (const block of view.querySelectorAll(blocks)) {
      const box = block.getBoundingClientRect();
      if (box.bottom <= top || box.top >= bottom || block.textContent === '') continue;
      empty = Math.max(empty, box.top - end);
      end = Math.max(end, box.bottom);
    }
    return Math.max(empty, bottom - end);
  };
  const way = (at: number) => (1 - (1 - at / frames) ** 2) * screens * view.clientHeight;
  const seen: Fling = { frames, withoutText: 0, emptyPx: 0 };
  for (let at = 1; at <= frames; at++) {
    await frame();
    // It scrolls by a difference, because the browser keeps the view in place when rows are added
    // above.
    view.scrollTop += way(at) - way(at - 1);
    const empty = emptyNow();
    if (empty > paddingPx) seen.withoutText++;
    seen.emptyPx = Math.max(seen.emptyPx, Math.round(empty));
  }
  await frame();
  return seen;
}
