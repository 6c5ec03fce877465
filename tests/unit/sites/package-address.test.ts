import { describe, expect, test } from 'vitest';
import { parsePackageAddress } from '../../../lib/sites/package-address.ts';

describe('a package is known by the page of its registry', () => {
  test.each([
    ['https://www.npmjs.com/package/rings', 'npm', 'rings', ''],
    [
      'https://www.npmjs.com/package/@tides/rings/v/1.2.0-rc.1?activeTab=code',
      'npm',
      '@tides/rings',
      '1.2.0-rc.1',
    ],
    ['https://www.npmjs.com/package/%40tides%2Frings', 'npm', '@tides/rings', ''],
    ['https://jsr.io/@tides/rings@1.2.0/doc', 'jsr', '@tides/rings', '1.2.0'],
    ['https://pypi.org/project/tide-rings/1.2.0/', 'pypi', 'tide-rings', '1.2.0'],
    ['https://pypi.org/project/tide-rings/#history', 'pypi', 'tide-rings', ''],
    ['https://pub.dev/packages/tide_rings/versions/1.2.0', 'pub', 'tide_rings', '1.2.0'],
    ['https://pub.dev/packages/tide_rings', 'pub', 'tide_rings', ''],
    ['https://crates.io/crates/rings/1.2.0', 'crates', 'rings', '1.2.0'],
    ['https://docs.rs/rings/latest/rings/struct.Ring.html', 'crates', 'rings', ''],
    ['https://docs.rs/rings/1.2.0/rings/', 'crates', 'rings', '1.2.0'],
    ['https://pkg.go.dev/net/http', 'go', 'net/http', ''],
    [
      'https://pkg.go.dev/code.example/tides/rings@v1.2.0?tab=versions',
      'go',
      'code.example/tides/rings',
      'v1.2.0',
    ],
    [
      'https://pkg.go.dev/code.example/tides/rings@v1.2.0/segment',
      'go',
      'code.example/tides/rings/segment',
      'v1.2.0',
    ],
    ['https://rubygems.org/gems/rings/versions/1.2.0', 'rubygems', 'rings', '1.2.0'],
    ['https://packagist.org/packages/tides/rings', 'packagist', 'tides/rings', ''],
    ['https://hex.pm/packages/rings', 'hex', 'rings', ''],
    ['https://www.nuget.org/packages/Tides.Rings/1.2.0', 'nuget', 'Tides.Rings', '1.2.0'],
  ])('%s', (address, registry, name, version) => {
    expect(parsePackageAddress(address)).toMatchObject({ registry, name, version });
  });

  test.each([
    ['https://docs.rs/rings/1.2.0/rings/', true],
    ['https://docs.rs/rings/latest/rings/index.html', true],
    ['https://docs.rs/rings/latest/rings/struct.Ring.html', false],
    ['https://docs.rs/rings/latest/rings/tide/', false],
    ['https://jsr.io/@tides/rings@1.2.0/doc', true],
    ['https://jsr.io/@tides/rings/doc/~/Ring', false],
    ['https://pkg.go.dev/net/http', true],
  ])('%s is the page of the whole: %s', (address, isWhole) => {
    expect(parsePackageAddress(address)?.isWhole).toBe(isWhole);
  });

  test.each([
    'https://www.npmjs.com/~tides',
    'https://www.npmjs.com/package/',
    'https://pkg.go.dev/',
    'https://pkg.go.dev/search?q=rings',
    'https://docs.rs/about/badges',
    'https://docs.rs/releases',
    'https://pypi.org/search/?q=rings',
    'https://npmjs.com.evil.example/package/rings',
    `https://pkg.go.dev/${'a/'.repeat(5_000)}`,
    'https://pypi.org/project/%zz/',
    'data:text/plain,https://pypi.org/project/rings/',
    '',
  ])('%s is the page of none', (address) => {
    expect(parsePackageAddress(address)).toBeUndefined();
  });
});
