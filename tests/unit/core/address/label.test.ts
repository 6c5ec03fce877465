import { expect, it } from 'vitest';
import { hostPath } from '../../../../lib/core/address/label.ts';

it.each([
  ['https://github.com/cs3org/reva/', 'github.com/cs3org/reva/'],
  ['https://github.com/cs3org/reva', 'github.com/cs3org/reva'],
  ['https://www.example.org/a/?q=1#b', 'example.org/a/'],
  ['https://www.example.org', 'example.org'],
  ['https://example.org/', 'example.org/'],
  ['https://example.org?q', 'example.org'],
  ['https://www.com/', 'www.com/'],
  ['https://user:secret@example.org:8443/x', 'example.org:8443/x'],
  ['https://xn--bcher-kva.example/a', 'bücher.example/a'],
  ['https://xn--wgv71a119e.example/', '日本語.example/'],
  ['https://de.wiki.example/wiki/Universit%C3%A4t', 'de.wiki.example/wiki/Universität'],
  ['https://a.example/one%20two%2Fthree%25', 'a.example/one%20two%2Fthree%25'],
  ['https://a.example/%E2%80%AEevil', 'a.example/%E2%80%AEevil'],
  ['https://a.example/%ff', 'a.example/%ff'],
  ['mailto:ada@example.org', 'mailto:ada@example.org'],
  ['not an address', 'not an address'],
  ['', ''],
])('%s → %s', (url, label) => {
  expect(hostPath(url)).toBe(label);
});
