import './fake-browser.ts';
import { beforeEach, expect, it } from 'vitest';
import { TemplateReference } from '../../../entrypoints/options/TemplateReference.tsx';
import { defaultProfile } from '../../../lib/core/post/profile.ts';
import { filters } from '../../../lib/render/filters/registry.ts';
import { renderWritten } from '../../../lib/render/items/render-item.ts';
import { createTemplateData } from '../../../lib/render/template/template-data.ts';
import { goldenItems, goldenWrapUp } from '../../fixtures/golden/wrap-up.ts';
import { mount } from './support.tsx';

const data = createTemplateData(
  goldenWrapUp,
  {
    items: goldenItems,
    block: (item) => renderWritten(item, defaultProfile),
    mark: ({ markdown }) => markdown,
  },
  defaultProfile,
);

beforeEach(() => {
  mount(<TemplateReference filters={filters} />);
});

const termOf = (name: string) =>
  [...document.querySelectorAll('tr')].find((row) =>
    new RegExp(`^${name}(?:[.:]|$)`).test(row.querySelector('code')?.textContent ?? ''),
  );

it.each([...Object.keys(data), ...filters.map(({ name }) => name)])('tells of %s', (name) => {
  expect(termOf(name)?.querySelector('td')?.textContent).not.toBe('');
});

it.each(
  Object.entries(data).flatMap(([name, value]) => {
    const one = Array.isArray(value) ? value[0] : value;
    const plain = Object.getPrototypeOf(one ?? '') === Object.prototype;
    return plain ? Object.keys(one as object).map((field) => [name, field] as const) : [];
  }),
)('tells that %s has .%s', (name, field) => {
  expect(termOf(name)?.querySelector('code')?.textContent).toContain(`.${field}`);
});
