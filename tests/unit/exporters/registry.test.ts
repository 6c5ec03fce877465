import { describe, expect, it } from 'vitest';
import { exporters } from '../../../lib/exporters/registry.ts';
import { createWrapUp } from '../../support/items.ts';

describe.each(exporters.map((exporter) => [exporter.id, exporter] as const))(
  'exporter %s',
  (id, exporter) => {
    it('has an id of its own', () => {
      expect(exporters.filter((other) => other.id === id)).toHaveLength(1);
    });

    it.each(['rustling-12', '', '../up', 'con', 'a b/c', '.x', '日本'])(
      'gives safe paths for the slug %j',
      (slug) => {
        const files = exporter.export(createWrapUp({ slug }), 'draft\n');
        expect(files.length).toBeGreaterThan(0);
        for (const { path, mediaType } of files) {
          expect(path).toMatch(
            /^(?:[\p{L}\p{N}][\p{L}\p{N}-]*\/)*[\p{L}\p{N}][\p{L}\p{N}-]*\.[a-z]+$/u,
          );
          expect(mediaType).toMatch(/^[a-z]+\/[a-z+-]+/);
        }
      },
    );
  },
);

it('hugo: one file, named by the slug', () => {
  const hugo = exporters.find(({ id }) => id === 'hugo');
  expect(hugo?.export(createWrapUp({ slug: 'rustling-12' }), '---\n---\n')).toEqual([
    { path: 'rustling-12.md', text: '---\n---\n', mediaType: 'text/markdown;charset=utf-8' },
  ]);
});
