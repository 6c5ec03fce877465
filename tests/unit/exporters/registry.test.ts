import { describe, expect, it } from 'vitest';
import { defaultProfile, LayoutSchema } from '../../../lib/core/post/profile.ts';
import { layoutExample } from '../../../lib/exporters/layout-example.ts';
import { postName } from '../../../lib/exporters/post-name.ts';
import { exporterFor, exporters, withLayout } from '../../../lib/exporters/registry.ts';

it('has an exporter for every layout, and no other', () => {
  expect(exporters.map(({ id }) => id)).toEqual(LayoutSchema.options);
  for (const layout of LayoutSchema.options) expect(exporterFor({ layout }).id).toBe(layout);
});

describe.each(exporters)('exporter $id', (exporter) => {
  it.each(['rustling-12', '', '../up', 'con', 'a b/c', '.x', '日本'])(
    'gives safe paths for the slug %j',
    (slug) => {
      const post = {
        name: postName({ slug, title: '', date: '' }, defaultProfile),
        day: '2026-11-20',
      };
      const style = { ...defaultProfile, ...withLayout(defaultProfile, exporter.id) };
      const parts = [
        ...exporter.post(post, style),
        ...(exporter.picture({ from: 'post', parts: ['ring.png'] }, post, style) ?? []),
      ];
      // Jekyll's own folder begins with an underscore.
      for (const part of parts.filter((each) => each !== '_posts')) {
        expect(part).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}-]*(?:\.[a-z]+)?$/u);
      }
    },
  );
});

it.each([
  ['hugo-static', ['content/posts/rings.md', 'static/images/ring.png'], '![](/images/ring.png)'],
  [
    'hugo-bundle',
    ['content/posts/rings/index.md', 'content/posts/rings/ring.png'],
    '![](ring.png)',
  ],
  ['plain', ['rings.md', 'images/ring.png'], '![](images/ring.png)'],
  [
    'jekyll',
    ['_posts/2026-11-20-rings.md', 'assets/images/ring.png'],
    '![](/assets/images/ring.png)',
  ],
  ['eleventy', ['content/blog/rings.md', 'public/img/ring.png'], '![](/img/ring.png)'],
  ['zola', ['content/blog/rings/index.md', 'content/blog/rings/ring.png'], '![](ring.png)'],
  ['astro', ['src/content/blog/rings.md', 'public/images/ring.png'], '![](/images/ring.png)'],
  ['docusaurus', ['blog/2026-11-20-rings.md', 'static/img/ring.png'], '![](/img/ring.png)'],
  ['quarto', ['posts/rings/index.md', 'posts/rings/ring.png'], '![](ring.png)'],
  ['obsidian', ['rings.md', 'attachments/ring.png'], '![[attachments/ring.png]]'],
] as const)('shows by an example where %s has its files', (layout, files, markdown) => {
  expect(layoutExample({ ...defaultProfile, ...withLayout(defaultProfile, layout) })).toEqual({
    files,
    markdown,
  });
});

describe('another layout', () => {
  it('brings the folders that its sites usually have', () => {
    expect(withLayout(defaultProfile, 'jekyll')).toEqual({
      layout: 'jekyll',
      contentFolder: '_posts',
      staticFolder: '',
      imagePath: '/assets/images/',
    });
  });

  it.each(exporters)('$id and back changes nothing', ({ id }) => {
    const there = { ...defaultProfile, ...withLayout(defaultProfile, id) };
    expect({ ...there, ...withLayout(there, 'hugo-static') }).toEqual(defaultProfile);
  });

  it('leaves a folder that was set alone', () => {
    const own = { ...defaultProfile, contentFolder: 'content/talks' };
    expect(withLayout(own, 'jekyll')).not.toHaveProperty('contentFolder');
  });
});
