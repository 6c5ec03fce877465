/** Waits until the page is idle, but no longer than this. */
export const idle = (withinMs: number): Promise<void> =>
  new Promise((done) => {
    requestIdleCallback(() => done(), { timeout: withinMs });
  });
