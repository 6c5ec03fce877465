import { describe, expect, it } from 'vitest';
import { defaultProfile } from '../../../lib/core/post/profile.ts';
import { postAddress } from '../../../lib/exporters/post-address.ts';
import { withLayout } from '../../../lib/exporters/registry.ts';

const digest = 'a'.repeat(64);
const exported = (path: string) => ({
  'static/images/ring.png': { ours: digest, there: digest },
  [path]: { ours: digest, there: digest },
});
const post = { slug: 'meetup-12', title: 'Meetup #12', date: '2026-11-20T10:30:00+01:00' };

it.each([
  ['eleventy', '/blog/meetup-12/'],
  ['zola', '/blog/meetup-12/'],
  ['astro', '/blog/meetup-12/'],
  ['docusaurus', '/blog/2026/11/20/meetup-12'],
  ['quarto', '/posts/meetup-12/'],
] as const)('the address of a post of %s is below its folder', (layout, address) => {
  const style = { ...defaultProfile, ...withLayout(defaultProfile, layout) };
  expect(postAddress(post, style, {})).toBe(address);
});

it.each([
  ['/:year/:month/:slug/', '/2026/11/meetup-12/'],
  ['/:section/:title/', '/posts/meetup-12/'],
  ['/:weekday/:slug/', '/posts/meetup-12/'],
  ['pretty', '/posts/meetup-12/'],
])(
  'the address is what the site’s settings say, as far as they are known: %s',
  (permalink, address) => {
    expect(postAddress(post, { ...defaultProfile, permalink }, {})).toBe(address);
  },
);

describe('the address of a post on its site', () => {
  it.each([
    ['is made of the folder of posts and its name', post, {}, '/posts/meetup-12/'],
    [
      'is made of its title where it has no name',
      { ...post, slug: '', title: 'A b' },
      {},
      '/posts/a-b/',
    ],
    [
      'is where the last export put it',
      post,
      exported('content/blog/Old Name.md'),
      '/blog/old-name/',
    ],
    ['is the folder of a bundle', post, exported('content/posts/rings/index.md'), '/posts/rings/'],
    ['is below the folder of posts for a file alone', post, exported('rings.md'), '/posts/rings/'],
    ['is none without a name', { ...post, slug: '', title: '' }, {}, ''],
  ])('%s', (_, wrapUp, last, expected) => {
    expect(postAddress(wrapUp, defaultProfile, last)).toBe(expected);
  });

  it('follows the layout', () => {
    const bundle = { ...defaultProfile, layout: 'hugo-bundle', contentFolder: 'content' } as const;
    expect(postAddress(post, bundle, {})).toBe('/meetup-12/');
    const blog = (contentFolder: string) =>
      ({ ...defaultProfile, layout: 'jekyll', contentFolder }) as const;
    expect(postAddress(post, blog('_posts'), {})).toBe('/2026/11/20/meetup-12.html');
    expect(postAddress(post, blog('talks/_posts'), {})).toBe('/talks/2026/11/20/meetup-12.html');
    expect(postAddress(post, blog('_posts'), exported('content/posts/old.md'))).toBe('/posts/old/');
  });
});
