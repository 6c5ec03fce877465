import { expect, it } from 'vitest';
import { changeAddresses } from '../../../lib/markdown/change-addresses.ts';

const to = (from: string, next: string) => (written: string) =>
  written === from ? next : undefined;

it.each([
  ['[a](/x.pdf) and ![b](/x.pdf "c")', '[a](/y.pdf) and ![b](/y.pdf "c")'],
  ['* [a](/x.pdf)\n  [b](/z.pdf)\n', '* [a](/y.pdf)\n  [b](/z.pdf)\n'],
  ['> [![b](/x.pdf)](/x.pdf)', '> [![b](/y.pdf)](/y.pdf)'],
  ['`[a](/x.pdf)` [a](/x.pdf)', '`[a](/x.pdf)` [a](/y.pdf)'],
  ['    [a](/x.pdf)\n\n/x.pdf\r\n', '    [a](/x.pdf)\n\n/x.pdf\r\n'],
])('changes the addresses of %j alone', (before, after) => {
  expect(changeAddresses(before, to('/x.pdf', '/y.pdf'))).toBe(after);
});
