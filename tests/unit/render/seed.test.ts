import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Item } from '../../../lib/core/post/item.ts';
import { defaultProfile } from '../../../lib/core/post/profile.ts';
import { composeDraft } from '../../../lib/render/compose.ts';
import { frontMatterText } from '../../support/front-matter.ts';
import { readSeed, seedFile } from '../../support/seed.ts';

if (!existsSync(seedFile)) console.info(`seed: skipped, there is no ${seedFile}`);

/** Joins the lines of each paragraph, because line breaks are a matter of taste. */
function joinParagraphs(markdown: string): string[] {
  return markdown
    .trim()
    .split(/\n{2,}/)
    .flatMap((block) => block.split(/\n(?=\* )/))
    .map((block) => block.replace(/\n(?:> | {2})?/g, ' '));
}

describe.skipIf(!existsSync(seedFile))('the seed post', () => {
  const post = existsSync(seedFile) ? readFileSync(seedFile, 'utf8') : '';
  const frontMatter = post.slice(0, post.indexOf('\n---\n') + 5);
  const body = post.slice(frontMatter.length);

  it('has its front matter byte for byte', () => {
    const { wrapUp } = readSeed(post);
    expect(frontMatterText(wrapUp, defaultProfile)).toBe(frontMatter);
  });

  it('has its body, but for where its lines are broken', () => {
    const { wrapUp, items } = readSeed(post);
    expect(items.length).toBeGreaterThan(10);
    const draft = composeDraft(wrapUp, items satisfies Item[], defaultProfile);
    if (!draft.ok) throw new Error(draft.error.detail);
    expect(draft.value.startsWith(`${frontMatter}\n`)).toBe(true);
    expect(joinParagraphs(draft.value.slice(frontMatter.length))).toEqual(joinParagraphs(body));
  });
});
