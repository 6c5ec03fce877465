import { describe, expect, test } from 'vitest';
import { screenshotName } from '../../../../lib/core/media/screenshot-name.ts';

describe('a screenshot is named by its local time and what it shows', () => {
  test.each([
    [
      '2025-10-30T12:45:10.123Z',
      60,
      'Tide Pool #55: rings',
      'screenshot-2025-10-30-134510-tide-pool-55-rings.png',
    ],
    ['2025-12-31T23:30:00.000Z', 330, 'x', 'screenshot-2026-01-01-050000-x.png'],
    ['2025-01-01T00:30:00.000Z', -210, 'x', 'screenshot-2024-12-31-210000-x.png'],
    ['2025-10-30T12:45:10.123Z', 0, '', 'screenshot-2025-10-30-124510.png'],
    ['2025-10-30T12:45:10.123Z', 0, '../{{< x >}}\u0000', 'screenshot-2025-10-30-124510-x.png'],
    ['2025-10-30T12:45:10.123Z', 0, '潮だまり', 'screenshot-2025-10-30-124510-潮だまり.png'],
  ])('%s, %d, %j', (instant, offsetMinutes, about, name) => {
    expect(screenshotName(instant, offsetMinutes, about)).toBe(name);
  });

  test('a name fits every file system, whatever its script', () => {
    for (const about of [
      'a'.repeat(2_000),
      '潮'.repeat(2_000),
      '𠮷'.repeat(2_000),
      'a-'.repeat(999),
    ]) {
      const name = screenshotName('2025-10-30T12:45:10.123Z', 0, about);
      expect(Buffer.byteLength(name)).toBeLessThan(230);
      expect(name).toMatch(/[^-]\.png$/u);
      expect(name.isWellFormed()).toBe(true);
    }
  });
});
