import { expect, test } from 'vitest';
import { letterColour, StyleKind } from '../../../lib/page/style-kind.ts';

/** How many of the elements with these colours are asked for theirs, and what is taken for each. */
function read(kind: StyleKind, colours: readonly string[]) {
  let asked = 0;
  const values = colours.map((colour) => {
    const style = {
      get webkitTextFillColor() {
        asked++;
        return colour;
      },
    };
    return kind.read(style as CSSStyleDeclaration, letterColour);
  });
  return { asked, values };
}

const alike = (count: number) => Array.from({ length: count }, () => 'rgb(0, 0, 0)');
const link = (page: StyleKind) => page.within('p', '').within('a', 'note');

test('of thousands that are alike, few are asked', () => {
  const { asked, values } = read(link(new StyleKind()), alike(10_000));
  expect(asked).toBeLessThan(2_000);
  expect(values).toEqual(alike(10_000));
});

test('as many as stand on a page are all asked', () => {
  const colours = [...alike(60), 'rgba(0, 0, 0, 0)'];
  expect(read(link(new StyleKind()), colours).values).toEqual(colours);
});

test('once one differs, each is asked', () => {
  const kind = link(new StyleKind());
  read(kind, ['rgb(9, 9, 9)', ...alike(200)]);
  const colours = [...alike(200), 'rgba(0, 0, 0, 0)'];
  expect(read(kind, colours).values).toEqual(colours);
});

test.each([
  ['of another class', (page: StyleKind) => page.within('p', '').within('a', 'hint')],
  [
    'in an element of another class',
    (page: StyleKind) => page.within('p', 'x').within('a', 'note'),
  ],
  ['that a style may mean alone', (page: StyleKind) => page.within('p', '').alone()],
])('an element %s has a colour of its own', (_what, other) => {
  const page = new StyleKind();
  read(link(page), alike(1_000));
  expect(read(other(page), ['rgb(9, 9, 9)']).values).toEqual(['rgb(9, 9, 9)']);
});
