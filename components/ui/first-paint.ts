import { type ComponentChild, options, render } from 'preact';

/** A page that nobody looks at gets no frame; it goes on without one. */
const longestMs = 100;

let isFirst = false;
let isOver = false;
let tellPainted = () => {};

/** Resolves once what `renderFirst` rendered is on the screen: whatever can wait until then, waits for it. */
export const painted = new Promise<void>((resolve) => {
  tellPainted = resolve;
});

/**
 * True while a page is rendered for its first frame, in which only what is seen at once is wanted: what shows on
 * hover and focus, and rows beyond the view, come with the next.
 */
export const isFirstPaint = (): boolean => isFirst;

/**
 * Renders a page. The first time its effects run after the frame that shows it: reading, listening and loading.
 * Another time, as in another language, it is rendered as ever.
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
    // The frame is drawn after this; a message comes behind it, sooner than a timer. What the browser has to do to
    // bring it onto the screen, and who waits for it, comes before a timer that is set then.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      clearTimeout(timer);
      port1.close();
      setTimeout(callback);
    };
    port2.postMessage(null);
  });
}
