import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import {
  hearMissingCode,
  isCodeMissing,
  loadCode,
  whenLoaded,
} from '../../lib/core/base/load-code.ts';
import { filesIn, root } from '../support/source-files.ts';

const refused = () => Promise.reject(new TypeError('Failed to fetch'));
const ends: (() => void)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) end();
  await loadCode('part', async () => 1);
});

it('tells the page of code that cannot be had, and of code that is there after all', async () => {
  const heard = vi.fn();
  ends.push(hearMissingCode(heard));
  await expect(loadCode('part', refused)).rejects.toMatchObject({ code: 'code-not-loaded' });
  expect(isCodeMissing()).toBe(true);
  expect(await loadCode('part', async () => 'there')).toBe('there');
  expect(heard.mock.calls).toEqual([[true], [false]]);
});

it('goes on without what is only more than the page needs', async () => {
  const use = vi.fn();
  await whenLoaded(loadCode('part', refused), use);
  expect(use).not.toHaveBeenCalled();
  await whenLoaded(
    loadCode('part', async () => 'there'),
    use,
  );
  expect(use).toHaveBeenCalledExactlyOnceWith('there');
});

it('is how all code is loaded that a page does not start with: none is waited for without a word', () => {
  const unwatched = filesIn('lib', 'components', 'entrypoints')
    .filter((path) => /\.tsx?$/.test(path))
    .flatMap((path) => {
      const source = readFileSync(join(root, path), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
      const all = [...source.matchAll(/(?<!typeof )\bimport\(/g)].length;
      const watched = [...source.matchAll(/\b(?:loadCode|lazy)\(\s*'[\w.-]+',/g)].length;
      return all > 0 && watched === 0 ? [path] : [];
    });
  expect(unwatched, 'Load it by `loadCode`').toEqual([]);
});
