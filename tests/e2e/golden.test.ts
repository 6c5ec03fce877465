import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { findGolden, goldenPages, typedItems } from '../fixtures/golden/places.ts';
import { goldenWrapUp } from '../fixtures/golden/wrap-up.ts';
import { buildWithHugo, hasHugo } from '../support/hugo.ts';
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
    const draft = await harness().clipboard();
    expect(draft).toBe(post);

    if (!hasHugo()) return;
    const build = await buildWithHugo([{ slug: goldenWrapUp.slug, markdown: draft }]);
    expect(build.stderr).toBe('');
    expect(build.details[goldenWrapUp.slug]).toMatchObject({ title: goldenWrapUp.title });
  });
});
