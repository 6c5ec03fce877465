import { describe, expect, it } from 'vitest';
import { pictureFileName } from '../../../../lib/core/text/file-name.ts';

describe('the file name of a picture', () => {
  it.each([
    ['https://a.example/img/Ring%20Buffer.PNG?w=2', 'image/png', 'ring-buffer.png'],
    ['https://a.example/photo.png', 'image/webp', 'photo.webp'],
    ['https://a.example/photo.jpeg', 'image/jpeg', 'photo.jpg'],
    ['https://a.example/photo.jpeg', 'application/octet-stream', 'photo.jpeg'],
    ['https://a.example/v1.2/render', 'image/svg+xml', 'render.svg'],
    ['https://a.example/img.php', 'image/gif', 'img-php.gif'],
    ['https://a.example/', 'image/png', 'the-page.png'],
    ['data:image/png;base64,AAAA', 'image/png', 'the-page.png'],
    ['https://a.example/..%2f..%2fetc%2fpasswd', 'image/png', 'etc-passwd.png'],
    ['https://a.example/%zz.png', 'image/png', 'zz.png'],
    ['https://a.example/con.png', 'image/png', 'con-.png'],
    ['not an address', 'image/png', 'the-page.png'],
  ])('of %s as %s is %s', (url, mediaType, expected) => {
    expect(pictureFileName(url, mediaType, 'The page', new Set())).toBe(expected);
  });

  it('is never one that is taken', () => {
    const taken = new Set(['ring.png', 'ring-2.png']);
    expect(pictureFileName('https://a.example/ring.png', 'image/png', '', taken)).toBe(
      'ring-3.png',
    );
  });

  it('is a name even where nothing is known', () => {
    expect(pictureFileName('', '', '', new Set())).toBe('picture.png');
  });

  it('has an end', () => {
    const url = `https://a.example/${'x'.repeat(5_000)}.png`;
    expect(pictureFileName(url, 'image/png', '', new Set()).length).toBeLessThan(100);
  });
});
