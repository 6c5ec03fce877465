import { describe, expect, it } from 'vitest';
import { defaultProfile } from '../../../lib/core/profile.ts';
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
        const { files } = exporter.files({
          wrapUp: createWrapUp({ slug }),
          items: [],
          profile: exporter.profile(defaultProfile),
          draft: 'draft\n',
          assets: new Map(),
        });
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
