/** The popup's height in `controls.css`, px. */
const wantedPx = 580;
/** Browsers lay a popup out in a tiny window first; nothing is learnt from that. */
const tinyPx = 240;
/** The time a browser takes to settle on a size. */
const settleMs = 120;

/**
 * Gives the popup the height it really got: on a low screen, or zoomed, the browser grants less
 * than the page asks for, and would scroll the footer out of view.
 */
export function fitPopup(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const fit = () => {
    if (innerHeight > tinyPx && innerHeight < wantedPx) {
      document.documentElement.style.height = `${innerHeight}px`;
    }
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(fit, settleMs);
  };
  addEventListener('resize', soon);
  soon();
}
