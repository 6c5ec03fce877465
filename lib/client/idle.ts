/** Waits until the page has nothing else to do, but no longer than this. */
export const idle = (withinMs: number): Promise<void> =>
  new Promise((done) => {
    requestIdleCallback(() => done(), { timeout: withinMs });
  });
