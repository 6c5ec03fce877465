import { describe, expect, it } from 'vitest';
import { defaultProfile, LayoutSchema } from '../../../lib/core/post/profile.ts';
import { layoutExample } from '../../../lib/exporters/layout-example.ts';
import { postName } from '../../../lib/exporters/post-name.ts';
import { exporterFor, exporters } from '../../../lib/exporters/registry.ts';

it('has an exporter for every layout, and no other', () => {
  expect(exporters.map(({ id }) => id)).toEqual(LayoutSchema.options);
  for (const layout of LayoutSchema.options) expect(exporterFor({ layout }).id).toBe(layout);
});

describe.each(exporters)('exporter $id', (exporter) => {
  it.each(['rustling-12', '', '../up', 'con', 'a b/c', '.x', '日本'])(
    'gives safe paths for the slug %j',
    (slug) => {
      const name = postName({ slug, title: '' });
      const parts = [
        ...exporter.post(name, defaultProfile),
        ...(exporter.picture({ from: 'post', parts: ['ring.png'] }, name, defaultProfile) ?? []),
      ];
      for (const part of parts) {
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
] as const)('shows by an example where %s has its files', (layout, files, markdown) => {
  expect(layoutExample({ ...defaultProfile, layout })).toEqual({ files, markdown });
});
