/** The popup's size in `controls.css`, px. */
const wantedPx = { width: 400, height: 580 };
/** Browsers first lay a popup out in a tiny window, whose size means nothing. */
const tinyPx = 240;
/** The time that a browser takes to settle on a size. */
const settleMs = 120;

/**
 * Adapts the popup to the size that it really got. On a low screen, or zoomed, the browser grants
 * less height than the page requests, and would scroll the footer out of view; if it grants more
 * width, the page fills it.
 */
export function fitPopup(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const fit = () => {
    const { style, clientWidth } = document.documentElement;
    if (innerHeight > tinyPx && innerHeight < wantedPx.height) style.height = `${innerHeight}px`;
    if (clientWidth > wantedPx.width) style.setProperty('--popup-width', `${clientWidth}px`);
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(fit, settleMs);
  };
  addEventListener('resize', soon);
  soon();
}
