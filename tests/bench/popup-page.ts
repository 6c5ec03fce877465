/**
 * Runs in the popup before its own code: records when the requested element is on the screen, and
 * what blocks.
 */

declare global {
  interface Window {
    /**
     * ms from the start of the navigation to the frame after the list, or after its replacement.
     */
    listShownMs?: number;
    /** ms from each keystroke's event to the frame that shows it. */
    keystrokesMs?: number[];
    /** Tasks of the main thread that took longer than 50 ms. */
    longTasksMs?: number[];
  }
}

/** @param selector a row of the list, or the element that shows that there is none */
export function watchList(selector: string): void {
  const shown = () => document.querySelector(selector) !== null;
  const observer = new MutationObserver(() => {
    if (!shown()) return;
    observer.disconnect();
    // The frame is drawn after the callbacks of requestAnimationFrame; a message arrives after it.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        window.listShownMs = performance.now();
        performance.mark('list-shown');
      };
      port2.postMessage(null);
    });
  });
  observer.observe(document, { childList: true, subtree: true });
}

export function watchBlocks(): void {
  const blocks: number[] = [];
  window.longTasksMs = blocks;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) blocks.push(duration);
  }).observe({ type: 'longtask', buffered: true });
}

export function watchKeystrokes(): void {
  const times: number[] = [];
  window.keystrokesMs = times;
  document.addEventListener(
    'keydown',
    ({ timeStamp }) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => times.push(performance.now() - timeStamp);
        port2.postMessage(null);
      });
    },
    true,
  );
}
