import { expect, it } from 'vitest';
import { isUniform } from '../../../../lib/core/media/uniform-picture.ts';

const pixels = (...colours: [number, number, number][]) =>
  colours.flatMap((colour) => [...colour, 255]);

it.each([
  ['black', pixels([0, 0, 0], [0, 0, 0]), true],
  ['compressed black', pixels([0, 2, 1], [3, 0, 4]), true],
  ['white', pixels([255, 255, 255], [255, 255, 255]), true],
  ['a dark scene', pixels([0, 0, 0], [0, 0, 30]), false],
  ['a slide', pixels([255, 255, 255], [20, 20, 20]), false],
])('%s: %s', (_what, data, uniform) => {
  expect(isUniform(data)).toBe(uniform);
});
