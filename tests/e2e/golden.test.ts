import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { findGolden, goldenPages, typedItems } from '../fixtures/golden/places.ts';
import { goldenWrapUp } from '../fixtures/golden/wrap-up.ts';
import { inBothBrowsers } from '../support/journeys.ts';
import { NoteTaker } from '../support/note-taker.ts';

const post = readFileSync(new URL('../fixtures/golden/post.md', import.meta.url), 'utf8');

inBothBrowsers('the golden post', (harness) => {
  it('comes out of its sources byte for byte', { timeout: 240_000 }, async () => {
    harness().site.addAll(goldenPages);
    const popup = await new NoteTaker(harness()).makePost({
      wrapUp: goldenWrapUp,
      items: typedItems,
      find: findGolden,
    });
    await popup.tab('Draft');
    await popup.draft();
    await popup.copy('Copy draft');
    expect(await harness().clipboard()).toBe(post);
  });
});
