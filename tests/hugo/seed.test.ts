import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultProfile } from '../../lib/core/post/profile.ts';
import { composeDraft } from '../../lib/render/compose.ts';
import { buildWithHugo, hasHugo } from '../support/hugo.ts';
import { readSeed, seedFile } from '../support/seed.ts';

const missing = [!hasHugo() && 'hugo', !existsSync(seedFile) && seedFile].filter(Boolean);
if (missing.length > 0) console.info(`seed by Hugo: skipped, there is no ${missing.join(', no ')}`);

describe.skipIf(missing.length > 0)('the seed post, built by Hugo', () => {
  it('renders to the same HTML from its own text and from our draft', async () => {
    const post = readFileSync(seedFile, 'utf8');
    const { wrapUp, items } = readSeed(post);
    const draft = composeDraft(wrapUp, items, defaultProfile);
    if (!draft.ok) throw new Error(draft.error.detail);
    const build = await buildWithHugo([
      { slug: 'theirs', markdown: post },
      { slug: 'ours', markdown: draft.value },
    ]);
    expect(build.stderr).toBe('');
    expect(build.details.ours).toEqual(build.details.theirs);
    const asShown = (html = '') => html.replace(/\s+/g, ' ').trim();
    expect(asShown(build.html.theirs)).toContain('<blockquote>');
    expect(asShown(build.html.ours)).toBe(asShown(build.html.theirs));
  });
});
