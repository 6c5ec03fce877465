import { describe, expect, it } from 'vitest';
import { defaultProfile } from '../../../lib/core/post/profile.ts';
import { mostSitePosts, type SitePost, withSitePosts } from '../../../lib/core/post/site-post.ts';
import { withLayout } from '../../../lib/exporters/registry.ts';
import { sitePostAddress } from '../../../lib/exporters/site-post-address.ts';
import { sitePosts } from '../../../lib/posts/style/site-posts.ts';

const post = (changes: Partial<SitePost> = {}): SitePost => ({
  ...{ path: 'tides.md', title: 'Tides', slug: '', day: '2026-11-20', url: '' },
  ...changes,
});

describe('posts that were read', () => {
  it('are known by title, day and address, in YAML, TOML and without front matter', () => {
    const files = [
      { name: 'content/posts/a.md', text: '---\ntitle: "Low tide"\ndate: 2026-11-20\n---\na' },
      { name: 'b.md', text: '+++\ntitle = "Neap"\ndate = 2026-10-20\nslug = "neap-tide"\n+++\nb' },
      { name: 'c.md', text: '# Spring tide\n\nc' },
      { name: 'd.md', text: '---\ntitle: Mine\nurl: /there/\n---\nd' },
    ];
    expect(sitePosts(files)).toEqual([
      post({ path: 'content/posts/a.md', title: 'Low tide' }),
      post({ path: 'b.md', title: 'Neap', slug: 'neap-tide', day: '2026-10-20' }),
      post({ path: 'c.md', title: 'Spring tide', day: '' }),
      post({ path: 'd.md', title: 'Mine', day: '', url: '/there/' }),
    ]);
  });

  it('are not offered before they are published, or at an address that is a pattern', () => {
    const files = [
      { name: 'a.md', text: '---\ntitle: Draft\ndraft: true\n---\n' },
      { name: 'b.md', text: '---\ntitle: B\npermalink: "/{{ page.date }}/"\n---\n' },
      { name: 'c.md', text: '---\ntitle: C\nurl: javascript:alert(1)\n---\n' },
    ];
    expect(sitePosts(files).map(({ title, url }) => [title, url])).toEqual([
      ['B', ''],
      ['C', ''],
    ]);
  });

  it.each<[string, Partial<SitePost>, string]>([
    ['its folder', { path: 'content/blog/low tide.md' }, '/blog/low-tide/'],
    ['the style’s folder, where none is known', { path: 'tides.md' }, '/posts/tides/'],
    ['its bundle', { path: 'site/content/posts/tides/index.md' }, '/posts/tides/'],
    ['a bundle of a folder that was chosen', { path: 'posts/tides/index.md' }, '/posts/tides/'],
    ['its slug', { path: 'content/posts/2026-11.md', slug: 'tides' }, '/posts/tides/'],
    ['what it says itself', { url: '/anywhere/' }, '/anywhere/'],
  ])('are linked to where the site serves them: by %s', (_, changes, address) => {
    expect(sitePostAddress(post(changes), defaultProfile)).toBe(address);
  });

  it('are linked to as their generator, and its settings, have addresses', () => {
    const jekyll = { ...defaultProfile, ...withLayout(defaultProfile, 'jekyll') };
    const dated = post({ path: '_posts/2026-11-20-tides.md' });
    expect(sitePostAddress(dated, jekyll)).toBe('/2026/11/20/tides.html');
    const set = { ...defaultProfile, permalink: '/:year/:month/:slug/' };
    expect(sitePostAddress(post({ path: 'content/posts/tides.md' }), set)).toBe('/2026/11/tides/');
  });
});

describe('what is remembered of them', () => {
  const a = post({ path: 'a.md', day: '2026-01-01' });
  const b = post({ path: 'b.md', day: '2026-02-01' });

  it('is the newest first, and a file once', () => {
    expect(withSitePosts([a], [b])).toEqual([b, a]);
    const again = { ...a, title: 'Again' };
    expect(withSitePosts([b, a], [again])).toEqual([b, again]);
  });

  it('is what a folder holds, and nothing that was there before', () => {
    const inFolder = post({ path: 'content/c.md' });
    expect(withSitePosts([a, b], [inFolder])).toEqual([inFolder]);
  });

  it('ends somewhere', () => {
    const many = Array.from({ length: 1_200 }, (_, n) => post({ path: `${n}.md` }));
    expect(withSitePosts([], many)).toHaveLength(mostSitePosts);
  });
});
