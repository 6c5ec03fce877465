import { describe, expect, it } from 'vitest';
import { pageLink } from '../../lib/app/capture/candidates/page-link.ts';
import { defaultProfile } from '../../lib/core/post/profile.ts';
import type { Place } from '../../lib/core/source/source.ts';
import { composeDraft } from '../../lib/render/compose.ts';
import { buildWithHugo, hasHugo } from '../support/hugo.ts';
import { createLink, createQuote, createSource, createWrapUp } from '../support/items.ts';
import { pageInfo } from '../support/records.ts';

if (!hasHugo()) console.info('places by Hugo: skipped, there is no hugo');

const issue = 'https://github.com/tide/pool/issues/4';

function commentBy(author: string): Place {
  return {
    ...{ kind: 'comment', url: `${issue}#issuecomment-7`, author, published: '2025-10-30' },
    ...{ number: 4, label: 'tide/pool#4' },
  };
}

/** Names that people really have, and names that nobody should have. */
const names = [
  'bo-example',
  'Ada *the* Example_',
  '[Cleo](/evil)',
  '<script>alert(1)</script>',
  '{{< x >}} -->',
  '1. Bo',
  '# Bo',
  '`Bo',
  'Bo | Cleo &amp; ~~Dora~~',
];

const shown = (html: string) =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&ndash;', '--')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll('\u200b', '')
    .replace(/\s+/g, ' ')
    .trim();

describe.skipIf(!hasHugo())('where clips are from, built by Hugo', () => {
  it('a quote ends in who said it and where, whatever their name', async () => {
    const posts = names.map((author, at) => {
      const source = createSource({ canonicalUrl: issue, place: commentBy(author) });
      const items = [createQuote({ markdown: 'The ring grows.', source })];
      const draft = composeDraft(createWrapUp({ footer: '' }), items, defaultProfile);
      return { slug: `name-${at}`, markdown: draft.ok ? draft.value : '' };
    });
    const { html, stderr } = await buildWithHugo(posts);
    expect(stderr).toBe('');
    for (const [at, author] of names.entries()) {
      const [quote = ''] = /<blockquote>.*<\/blockquote>/s.exec(html[`name-${at}`] ?? '') ?? [];
      expect(shown(quote)).toBe(`The ring grows. -- ${author}, github.com/tide/pool/issues/4`);
      expect([...quote.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
        `${issue}#issuecomment-7`,
      ]);
    }
  });

  it('links say what a thing is, who says it and which section is meant', async () => {
    const repository = 'https://github.com/tide/pool';
    const links = [
      { url: repository, canonicalUrl: repository, description: 'a *store* for {{< tides >}}.' },
      { url: issue, canonicalUrl: issue, place: commentBy('Bo [B]') },
    ].map((page) => pageLink({ page: pageInfo(page), section: '', permanentLinks: false }));
    const guide = pageLink({
      page: pageInfo({ url: 'https://a.example/#x', canonicalUrl: 'https://a.example/' }),
      section: 'Rings [1]',
      permanentLinks: false,
    });
    const items = [...links, guide].map((link) => createLink({ ...link, form: 'bullet' }));
    const draft = composeDraft(createWrapUp({ footer: '' }), items, defaultProfile);
    if (!draft.ok) throw new Error(draft.error.detail);
    const { html, stderr } = await buildWithHugo([{ slug: 'links', markdown: draft.value }]);
    expect(stderr).toBe('');
    const bullets = [...(html.links ?? '').matchAll(/<li>(.*?)<\/li>/gs)].map(([, li = '']) => [
      shown(li),
      /href="([^"]*)"/.exec(li)?.[1],
    ]);
    expect(bullets).toEqual([
      ['The ring buffer, a *store* for {{< tides >}}', repository],
      ['The ring buffer, Bo [B]', `${issue}#issuecomment-7`],
      ['The ring buffer, section Rings [1]', 'https://a.example/#x'],
    ]);
  });
});
