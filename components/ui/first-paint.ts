import { type ComponentChild, options, render } from 'preact';

/** A hidden page gets no frame, so it continues without one. */
const longestMs = 100;

let isFirst = false;
let isOver = false;
let tellPainted = () => {};

/**
 * Resolves once what `renderFirst` rendered is on the screen; everything that can wait does so
 * until then.
 */
export const painted = new Promise<void>((resolve) => {
  tellPainted = resolve;
});

/**
 * True while a page is rendered for its first frame, which needs only what is visible at once; what
 * shows on hover and focus, and rows outside the view, come with the next.
 */
export const isFirstPaint = (): boolean => isFirst;

/**
 * Renders a page. The first time its effects (reading, listening and loading) run after the frame
 * that shows it. Later, for example in another language, it is rendered as usual.
 */
export function renderFirst(page: ComponentChild, root: Element): void {
  if (isOver) {
    render(page, root);
    return;
  }
  const { requestAnimationFrame: before } = options;
  options.requestAnimationFrame = (flush) => void painted.then(flush);
  isFirst = true;
  try {
    render(page, root);
  } finally {
    isFirst = false;
    isOver = true;
    void painted.then(() => {
      if (before) options.requestAnimationFrame = before;
      else delete options.requestAnimationFrame;
    });
    afterFrame(tellPainted);
  }
}

function afterFrame(callback: () => void): void {
  const timer = setTimeout(callback, longestMs);
  requestAnimationFrame(() => {
    // The frame is drawn after this, and a message arrives after it, sooner than a timer. The
    // browser's work to show the frame, and whoever waits for it, come before a timer that is set
    // then.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      clearTimeout(timer);
      port1.close();
      setTimeout(callback);
    };
    port2.postMessage(null);
  });
}
