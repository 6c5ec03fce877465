import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { joinLines, splitPost } from '../support/draft-text.ts';
import { buildWithHugo, hasHugo } from '../support/hugo.ts';
import { inBothBrowsers } from '../support/journeys.ts';
import { NoteTaker } from '../support/note-taker.ts';
import { readSeed, seedFile } from '../support/seed.ts';
import { seedPages } from '../support/seed-pages.ts';

/**
 * The acceptance case: clipping the sources that a real user's post quotes reproduces the post. The
 * post is not part of the project and is read from its place beside it.
 */
const missing = !existsSync(seedFile);
if (missing) console.warn(`Skipped: the seed, there is no ${seedFile}`);

describe.skipIf(missing)('the seed', () => {
  inBothBrowsers('the seed', (harness) => {
    it('comes out of its sources as it was written', { timeout: 240_000 }, async () => {
      const post = readFileSync(seedFile, 'utf8');
      const { wrapUp, items } = readSeed(post);
      const { pages, find } = seedPages(wrapUp, items);
      harness().site.addAll(pages);

      const popup = await new NoteTaker(harness()).makePost({ wrapUp, items, find });
      await popup.tab('Draft');
      await popup.draft();
      await popup.copy('Copy draft');
      const ours = await harness().clipboard();

      const [theirs, made] = [splitPost(post), splitPost(ours)];
      expect(made.frontMatter).toBe(theirs.frontMatter);
      expect(joinLines(made.body)).toEqual(joinLines(theirs.body));

      if (!hasHugo()) return;
      const build = await buildWithHugo([
        { slug: 'theirs', markdown: post },
        { slug: 'ours', markdown: ours },
      ]);
      expect(build.stderr).toBe('');
      const asShown = (html = '') => html.replace(/\s+/g, ' ').trim();
      expect(asShown(build.html.ours)).toBe(asShown(build.html.theirs));
    });
  });
});
