/** How many frames to wait for an element to be rendered. */
const patienceFrames = 20;

/**
 * Focuses the first of these selectors that exists, in order of preference, once it is rendered.
 */
export function focusSoon(...selectors: readonly string[]): void {
  const [best = '', ...others] = selectors;
  const look = (framesLeft: number) => {
    const wanted = document.querySelector<HTMLElement>(best);
    if (!wanted && framesLeft > 0) return requestAnimationFrame(() => look(framesLeft - 1));
    const found = wanted ?? document.querySelector<HTMLElement>(others.join(', ') || best);
    return found?.focus();
  };
  requestAnimationFrame(() => look(patienceFrames));
}
