/** Runs in the desk: when a keystroke in a block is to be seen in the preview beside it. */

declare global {
  interface Window {
    /** ms from each keystroke's event to the frame whose preview shows it. */
    previewMs?: number[];
  }
}

/** Each key is answered before the next one is pressed: whoever types waits for `previewMs` to grow. */
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
