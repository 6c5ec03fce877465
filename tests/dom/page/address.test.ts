import fc from 'fast-check';
import { expect, it } from 'vitest';
import { absoluteAddress } from '../../../lib/page/outline/address.ts';
import { tries } from '../../support/property-tries.ts';

const base = 'https://name:word@tides.example:8443/wiki/Gauge?lang=en#top';

it.each([
  '/wiki/Low_tide',
  '/wiki/Tide_(disambiguation)#Spring',
  '/w/index.php?title=A&action=edit',
  '/a//b',
  '/',
  '#',
  '#cite_note-1',
  '#a#b',
  '/a/../b',
  '/a/.',
  '/.b',
  '/a/%2e%2E/b',
  '//other.example/c',
  '/\\other.example/c',
  "/a'b?c'd",
  '/a|b^c`d{e}',
  '/ä',
  '/a b',
  '?page=2',
  'beside',
])('resolves %s as the parser does', (written) => {
  expect(absoluteAddress(written, base)).toBe(new URL(written, base).href);
});

it('resolves any path and any place as the parser does', () => {
  const characters = [...'aZ09/.#?%2eE-_~!$&()*+,;=:@\'"<>[]{}|^`\\ä'];
  const rest = fc.string({ unit: fc.constantFrom(...characters), maxLength: 12 });
  fc.assert(
    fc.property(fc.constantFrom('/', '#'), rest, (first, written) => {
      const parsed = URL.parse(first + written, base)?.href;
      expect(absoluteAddress(first + written, base)).toBe(parsed ?? first + written);
    }),
    tries(400),
  );
});

it('does not resolve against an address that is not of the web', () => {
  expect(absoluteAddress('/a', 'about:blank')).toBe('/a');
  expect(absoluteAddress('#a', 'about:blank')).toBe(null);
  expect(absoluteAddress('/a', 'https://one.example/x')).toBe('https://one.example/a');
  expect(absoluteAddress('/a', 'https://two.example/x')).toBe('https://two.example/a');
  expect(absoluteAddress('/a', undefined)).toBe('/a');
});
