import { describe, expect, test } from 'vitest';
import { cleanTitle } from '../../../../lib/core/text/title.ts';

const nothing = { host: 'a.example', siteName: '', shareTitle: '', heading: '' };

describe('a title loses the name of its site', () => {
  test.each([
    ['Segments · GitHub', { host: 'github.com' }, 'Segments'],
    [
      'Segments · Issue #4 · tide/pool · GitHub',
      { host: 'github.com' },
      'Segments · Issue #4 · tide/pool',
    ],
    ['Segments | Tidepool Docs', { siteName: 'Tidepool Docs' }, 'Segments'],
    ['Tidepool — Segments', { siteName: 'Tidepool' }, 'Segments'],
    ['Segments - docs.tidepool.example', { host: 'docs.tidepool.example' }, 'Segments'],
    ['(3) Rings and tides - YouTube', { host: 'www.youtube.com' }, 'Rings and tides'],
    ['Services | Tidepool Handbook', { heading: 'Services' }, 'Services'],
    ['Services | Guide | Tidepool', { shareTitle: 'Services | Guide' }, 'Services | Guide'],
    [
      'Tidepool Blog: why - part 2 - The Tidepool',
      { siteName: 'The Tidepool' },
      'Tidepool Blog: why - part 2',
    ],
    ['Rings\n  and\ttides', {}, 'Rings and tides'],
  ])('%s', (title, hints, clean) => {
    expect(cleanTitle(title, { ...nothing, ...hints })).toBe(clean);
  });
});

describe('a title keeps what may be part of it', () => {
  test.each([
    ['Rings - tides - and floods', {}],
    ['Write-ahead logging', { heading: 'Logging' }],
    ['One | Two', { heading: 'Three', shareTitle: 'Four' }],
    ['Tidepool', { siteName: 'Tidepool', heading: '', shareTitle: '' }],
    ['"Quoted": --- and {{< x >}}', {}],
  ])('%s', (title, hints) => {
    expect(cleanTitle(title, { ...nothing, ...hints })).toBe(title);
  });
});

test('a title that says nothing gives way to the share title, then the heading', () => {
  expect(cleanTitle('', { ...nothing, shareTitle: 'Segments', heading: 'h' })).toBe('Segments');
  expect(cleanTitle('Tidepool', { ...nothing, siteName: 'Tidepool', heading: 'Segments' })).toBe(
    'Segments',
  );
});

test('a heading that is the logo is not taken for the title', () => {
  const hints = { ...nothing, siteName: 'Tidepool', heading: 'Tidepool' };
  expect(cleanTitle('Segments - Tidepool', hints)).toBe('Segments');
});

test('a very long title is read in linear time', () => {
  const long = `${'a '.repeat(200_000)}| Site`;
  expect(cleanTitle(long, { ...nothing, siteName: 'Site' }).length).toBe(399_999);
});
