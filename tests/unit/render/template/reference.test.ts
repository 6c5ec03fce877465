import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defaultProfile } from '../../../../lib/core/post/profile.ts';
import { filters } from '../../../../lib/render/filters/registry.ts';
import { renderWritten } from '../../../../lib/render/items/render-item.ts';
import { createTemplateData } from '../../../../lib/render/template/template-data.ts';
import { goldenItems, goldenWrapUp } from '../../../fixtures/golden/wrap-up.ts';

const reference = readFileSync(
  new URL('../../../../.github/TEMPLATES.md', import.meta.url),
  'utf8',
);

test.each(filters.map(({ name }) => name))('the reference tells of the filter %s', (name) => {
  expect(reference).toMatch(new RegExp(`^\\| \`${name}[\`:]`, 'm'));
});

test.each(
  Object.keys(
    createTemplateData(
      goldenWrapUp,
      {
        items: goldenItems,
        block: (item) => renderWritten(item, defaultProfile),
        mark: ({ markdown }) => markdown,
      },
      defaultProfile,
    ),
  ),
)('the reference tells of the variable %s', (name) => {
  expect(reference).toMatch(new RegExp(`\`${name}[\`.]`));
});
