import { expect, it } from 'vitest';
import { changeAddresses } from '../../../lib/markdown/change-addresses.ts';

const to = (from: string, next: string) => (written: string) =>
  written === from ? next : undefined;

it.each([
  ['[a](/x.pdf) and ![b](/x.pdf "c")', '[a](/y.pdf) and ![b](/y.pdf "c")'],
  ['* [a](/x.pdf)\n  [b](/z.pdf)\n', '* [a](/y.pdf)\n  [b](/z.pdf)\n'],
  ['> [![b](/x.pdf)](/x.pdf)', '> [![b](/y.pdf)](/y.pdf)'],
  ['`[a](/x.pdf)` [a](/x.pdf)', '`[a](/x.pdf)` [a](/y.pdf)'],
  ['[a]: /x.pdf "t"\n[b]: </x.pdf>\n', '[a]: /y.pdf "t"\n[b]: </x.pdf>\n'],
  ['<p><a class="x" href="/x.pdf">a</a>', '<p><a class="x" href="/y.pdf">a</a>'],
  [
    'An <img src=/x.pdf> <!-- <a href="/x.pdf"> -->',
    'An <img src=/y.pdf> <!-- <a href="/x.pdf"> -->',
  ],
  ['```\n[a]: /x.pdf\n<a href="/x.pdf">\n```', '```\n[a]: /x.pdf\n<a href="/x.pdf">\n```'],
  ['    [a](/x.pdf)\n\n/x.pdf\r\n', '    [a](/x.pdf)\n\n/x.pdf\r\n'],
])('changes the addresses of %j alone', (before, after) => {
  expect(changeAddresses(before, to('/x.pdf', '/y.pdf'))).toBe(after);
});
