import { expect, it } from 'vitest';
import { measure } from '../effort/measure.ts';
import { drinkup } from '../effort/posts/drinkup.ts';
import { inBrowser } from '../support/journeys.ts';

// Only in Chromium, like `npm run effort`, of which this is the shortest post.
inBrowser('chromium', 'the effort of a post', (harness) => {
  it('is counted, and the post comes out as it should', async () => {
    const { figures, byHand } = await measure(harness(), drinkup, 'read first');
    expect(figures.keys).toBeGreaterThan(400);
    expect(figures.clippedAddresses).toBe(0);
    expect(figures.gestures).toBeLessThanOrEqual(0.7 * byHand.gestures);
  });

  it('is at most three fifths of the effort by hand if the post is written at the desk', async () => {
    const { figures, byHand } = await measure(harness(), drinkup, 'at the desk');
    expect(figures.clippedAddresses).toBe(0);
    expect(figures.gestures).toBeLessThanOrEqual(0.6 * byHand.gestures);
  });
});
