import { describe, expect, it } from 'vitest';
import { defaultProfile } from '../../lib/core/post/profile.ts';
import { composeDraft } from '../../lib/render/compose.ts';
import { goldenItems, goldenWrapUp } from '../fixtures/golden/wrap-up.ts';
import { buildWithHugo, hasHugo } from '../support/hugo.ts';

if (!hasHugo()) console.info('golden post by Hugo: skipped, there is no hugo');

describe.skipIf(!hasHugo())('the golden post, built by Hugo', () => {
  it('is a post with everything in its place', async () => {
    const draft = composeDraft(goldenWrapUp, goldenItems, defaultProfile);
    if (!draft.ok) throw new Error(draft.error.detail);
    const { html, details, stderr } = await buildWithHugo([
      { slug: goldenWrapUp.slug, markdown: draft.value },
    ]);
    expect(stderr).toBe('');
    expect(details[goldenWrapUp.slug]).toEqual({
      title: 'Rustling Meetup #12 wrap-up',
      date: '2026-03-19T10:30:00+01:00',
      draft: true,
      tags: ['summary', 'meetup'],
    });
    const post = html[goldenWrapUp.slug] ?? '';
    const elements = [...post.matchAll(/<(p|blockquote|ul|h2|hr|pre|img|li)\b/g)].map(([, e]) => e);
    expect(elements.join(' ')).toBe(
      [
        'p p img p p p ul li',
        'blockquote p p blockquote p ul li li p blockquote p p',
        'h2 ul li li li pre p hr p',
      ].join(' '),
    );
    expect(post).not.toContain('rustling-12-segment-layout');
    expect(post).toContain(
      '(see <a href="https://github.com/tidepool-db/tidepool/blob/main/docs/format.md">the\nformat</a>',
    );
    expect(post).toContain('href="https://papers.example/2024/write-budgets_(extended).pdf"');
    expect(post).toContain('services?id=service_entry&amp;name=Tide-Gauges"');
  });
});
