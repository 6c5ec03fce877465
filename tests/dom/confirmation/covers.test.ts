import { expect, test } from 'vitest';
import { TreeSearch } from '../../../entrypoints/confirmation/covers.ts';

test('shadow trees are found in pieces, those in others too, and none twice', () => {
  const doc = document.implementation.createHTMLDocument();
  const rows = '<i></i>'.repeat(1_000);
  doc.body.innerHTML = `${rows}<div id="outer"></div>${rows}<p id="other"></p>`;
  const outer = doc.getElementById('outer')?.attachShadow({ mode: 'open' }) as ShadowRoot;
  outer.innerHTML = `${rows}<span></span>`;
  const inner = outer.querySelector('span')?.attachShadow({ mode: 'open' });
  const other = doc.getElementById('other')?.attachShadow({ mode: 'open' });
  const search = new TreeSearch(doc);
  let pieces = 1;
  while (!search.goOn(0)) pieces++;
  expect(pieces).toBeGreaterThan(5);
  expect(search.trees).toEqual([doc, outer, other, inner]);
});

test('what the page takes away meanwhile ends nothing', () => {
  const doc = document.implementation.createHTMLDocument();
  doc.body.innerHTML = '<i></i>'.repeat(1_000);
  const search = new TreeSearch(doc);
  search.goOn(0);
  doc.body.replaceChildren();
  expect(search.goOn(1_000)).toBe(true);
});
