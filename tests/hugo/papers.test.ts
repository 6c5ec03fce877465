import { describe, expect, it } from 'vitest';
import { defaultProfile } from '../../lib/core/post/profile.ts';
import { composeDraft } from '../../lib/render/compose.ts';
import { buildWithHugo, hasHugo } from '../support/hugo.ts';
import { createLink, createQuote, createSource, createWrapUp } from '../support/items.ts';

if (!hasHugo()) console.info('papers by Hugo: skipped, there is no hugo');

const url = 'https://papers.example/2026/tides_(extended).pdf?download=1&v=2';
const source = createSource({ url, canonicalUrl: url, mediaType: 'application/pdf' });
const items = [
  createLink({
    source,
    url,
    title: 'Tides [and] queries',
    sourcePublished: '2026-01-15',
    page: 25,
  }),
  createLink({
    source,
    url,
    title: 'Tides',
    sourcePublished: '1/2026',
    note: 'see {link}, please',
  }),
  createQuote({
    source,
    text: 'Tides repeat.',
    page: 3,
    attribution: 'title',
    sourceTitle: '{{< tide >}} & <b>queries</b>',
    sourcePublished: '2026',
  }),
  createQuote({
    source: { ...source, url: '', canonicalUrl: '', title: 'river tides.pdf', cleanTitle: '' },
    text: 'So do queries.',
    page: 3,
    sourcePublished: '{{< 2026 >}}',
  }),
];

describe.skipIf(!hasHugo())('in a post that Hugo builds', () => {
  it('papers are linked at their page, with their date behind', async () => {
    const profile = { ...defaultProfile, published: 'month-year' as const };
    const draft = composeDraft(createWrapUp(), items, profile);
    if (!draft.ok) throw new Error(draft.error.detail);
    const { html, stderr } = await buildWithHugo([{ slug: 'papers', markdown: draft.value }]);
    expect(stderr).toBe('');
    const plain = (html.papers ?? '').replaceAll('&amp;', '&').replace(/\s+/g, ' ');
    expect(plain).toContain(`<a href="${url}#page=25">Tides [and] queries</a> (01/2026)`);
    expect(plain).toContain(`see <a href="${url}">Tides</a> (01/2026), please`);
    expect(plain).toContain(`<a href="${url}#page=3">{{&lt; tide &gt;}} & `);
    expect(plain).toContain('queries&lt;/b&gt;</a> (2026)');
    expect(plain).toContain('So do queries. &ndash; river tides.pdf');
    expect(plain).not.toContain('{{< 2026');
  });
});
