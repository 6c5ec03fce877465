import { expect, it } from 'vitest';
import { sniffPicture } from '../../../../lib/core/media/picture-type.ts';

const bytes = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));

it.each([
  ['a PNG', '\x89PNG\r\n\x1a\n\0\0', 'image/png'],
  ['a JPEG', '\xff\xd8\xff\xe0', 'image/jpeg'],
  ['a GIF', 'GIF89a..', 'image/gif'],
  ['a WebP', 'RIFF\0\0\0\0WEBPVP8 ', 'image/webp'],
  ['an AVIF', '\0\0\0\x20ftypavif', 'image/avif'],
  ['an icon', '\0\0\x01\0\x01\0\x10', 'image/x-icon'],
  ['a bitmap', `BM${'\0'.repeat(30)}`, 'image/bmp'],
  ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'],
  [
    'an SVG with all that may stand before it',
    '\xef\xbb\xbf<?xml version="1.0"?>\n<!-- made by hand -->\n<!DOCTYPE svg PUBLIC "x">\n<svg>',
    'image/svg+xml',
  ],
  ['a page that holds an SVG', '<!DOCTYPE html><svg></svg>', undefined],
  ['an error page', '<html><body>403</body></html>', undefined],
  ['a video', '\0\0\0\x20ftypisom', undefined],
  ['BM, the word', 'BMW is a brand', undefined],
  ['nothing', '', undefined],
])('%s is told by its first bytes', (_, text, expected) => {
  expect(sniffPicture(bytes(text))).toBe(expected);
});
