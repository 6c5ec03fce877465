/** Frames to wait for what is about to be rendered. */
const patienceFrames = 20;

/** Moves the focus to the first of these that is there, the best one first, once it is rendered. */
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
