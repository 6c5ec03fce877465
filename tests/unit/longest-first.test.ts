import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { longest } from '../../.config/longest-first.ts';

it.each(longest)('names a journey that is there: %s', (name) => {
  expect(existsSync(new URL(`../e2e/${name}.test.ts`, import.meta.url))).toBe(true);
});
