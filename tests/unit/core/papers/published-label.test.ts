import { describe, expect, test } from 'vitest';
import { publishedLabel } from '../../../../lib/core/papers/published-label.ts';

describe('a date of publication is labelled as the profile says', () => {
  test.each([
    ['2025', 'year', '(2025)'],
    ['2025-10-30', 'year', '(2025)'],
    ['2026-01', 'month-year', '(01/2026)'],
    ['2026-01-31T10:00:00Z', 'month-year', '(01/2026)'],
    ['2025', 'month-year', '(2025)'],
    ['1/2026', 'month-year', '(01/2026)'],
    [' (2025) ', 'year', '(2025)'],
    ['(10/2025)', 'month-year', '(10/2025)'],
    ['13/2025', 'month-year', ''],
    ['2025-10', 'none', ''],
    ['', 'year', ''],
    ['2025-13', 'month-year', ''],
    ['soon', 'year', ''],
  ] as const)('%s as %s: %s', (published, form, label) => {
    expect(publishedLabel(published, form)).toBe(label);
  });
});
