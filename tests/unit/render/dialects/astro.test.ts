import { expect, it } from 'vitest';
import { astro } from '../../../../lib/render/dialects/astro.ts';

it.each([
  ['an address that encodes what it should', '![a](b%20c.png)', '![a](b%20c.png)'],
  ['a percent sign alone', '![a](50%.png "50%")', '![a](50%25.png "50%25")'],
  ['what is no UTF-8', '[a](%ff%20b)', '[a](%25ff%2520b)'],
  ['no footnote', 'a[^b]\n\n[^b]: 50% of it', 'a[^b]\n\n[^b]: 50% of it'],
  ['a definition', '![a][b]\n\n[b]: 5%x', '![a][b]\n\n[b]: 5%25x'],
  ['prose and code', '5% of `5%`\n\n```\n5%\n```', '5% of `5%`\n\n```\n5%\n```'],
])('%s is an address that Astro can read', (_, markdown, safe) => {
  expect(astro.makeSafe(markdown)).toBe(safe);
});
