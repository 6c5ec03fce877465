import { expect, it } from 'vitest';
import { filesIn, read } from '../../support/source-files.ts';

/** Returns declarations with left or right, which would be wrong in a right-to-left page. */
function physical(css: string): string[] {
  const code = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/@import[^;]*;/g, '');
  return [...code.matchAll(/([\w-]+)\s*:\s*([^;{}]+);/g)].flatMap(([, name = '', value = '']) => {
    const sides = value.trim().split(/\s+(?![^(]*\))/);
    const isOneSided =
      /^(?:inset|margin|padding|border-(?:width|style|color))$/.test(name) &&
      sides.length === 4 &&
      sides[1] !== sides[3];
    const isOneCorner =
      name === 'border-radius' &&
      ((sides.length === 4 && (sides[0] !== sides[1] || sides[2] !== sides[3])) ||
        (sides.length > 1 && sides.length < 4));
    const isNamed =
      /(?:^|-)(?:left|right)(?:$|-)/.test(name) ||
      (/^(?:float|clear|text-align|justify-\w+)$/.test(name) && /^(?:left|right)$/.test(value));
    return isOneSided || isOneCorner || isNamed ? [`${name}: ${value.trim()}`] : [];
  });
}

it.each([
  ['margin-left: 2px;', 1],
  ['inset: -2px auto auto 0;', 1],
  ['padding: 1px 2px 3px calc(1px + 1px);', 1],
  ['border-radius: 0 4px 4px 0;', 1],
  ['float: left;', 1],
  ['margin: 1px 2px 3px 2px;', 0],
  ['border-radius: 4px 4px 0 0;', 0],
  ['padding-inline: 2px 0; inset: 0 auto;', 0],
])('%s has %i of them', (css, count) => {
  expect(physical(`a { ${css} }`)).toHaveLength(count);
});

it('the pages name no side that a language written from the right has elsewhere', () => {
  const found = filesIn('components', 'entrypoints')
    .filter((path) => path.endsWith('.css'))
    .flatMap((path) => physical(read(path)).map((each) => `${path}: ${each}`));
  expect(found).toEqual([]);
});
