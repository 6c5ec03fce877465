/** Runs in a page: measures how long a draft of many blocks takes to be composed. */
import type { Item } from '../../lib/core/post/item.ts';
import { defaultProfile } from '../../lib/core/post/profile.ts';
import type { WrapUp } from '../../lib/core/post/wrap-up.ts';
import { composePost } from '../../lib/render/compose.ts';
import { BlockCache } from '../../lib/render/items/block-cache.ts';

export interface Composing {
  /** With all blocks rendered. */
  wholeMs: number[];
  /** With one block edited. */
  editMs: number[];
}

export function measureComposing(
  wrapUp: WrapUp,
  items: readonly Item[],
  rounds: number,
): Composing {
  const times: Composing = { wholeMs: [], editMs: [] };
  for (let round = -2; round < rounds; round++) {
    const cache = new BlockCache();
    const whole = timed(() => composePost(wrapUp, items, defaultProfile, cache));
    const at = (round + 2) * 7;
    const first = items[at];
    if (!first) continue;
    const edited = items.with(at, { ...first, note: `Edited in round ${round}.` });
    const edit = timed(() => composePost(wrapUp, edited, defaultProfile, cache));
    // The first rounds warm up.
    if (round < 0) continue;
    times.wholeMs.push(whole);
    times.editMs.push(edit);
  }
  return times;
}

function timed(work: () => unknown): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

/**
 * In the popup: returns the ms from the click on its Draft tab to the frame with the first text.
 */
export function openDraft(): Promise<number> {
  return new Promise((resolve) => {
    const begun = performance.now();
    performance.mark('draft-asked');
    const observer = new MutationObserver(() => {
      if (document.querySelector('.draft-block') === null) return;
      observer.disconnect();
      // The frame is drawn after the callbacks of requestAnimationFrame; a message arrives after
      // it.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          performance.mark('draft-shown');
          resolve(performance.now() - begun);
        };
        port2.postMessage(null);
      });
    });
    observer.observe(document, { childList: true, subtree: true });
    document.querySelector<HTMLElement>('#tab-draft')?.click();
  });
}
