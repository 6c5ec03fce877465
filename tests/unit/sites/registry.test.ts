import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { registryFiles } from '../../../.scripts/site-registry.ts';
import { filesIn, root } from '../../support/source-files.ts';

const { files, problems } = registryFiles();

test('every folder in lib/sites holds what a site needs', () => {
  expect(problems, problems.join('\n')).toEqual([]);
});

test('the registries are as the folders in lib/sites ask for them', () => {
  const stored = filesIn('lib/sites/registry').sort();
  const outdated = [...files].filter(
    ([path, text]) => !stored.includes(path) || readFileSync(join(root, path), 'utf8') !== text,
  );
  const todo = 'Run `npm run sites` and commit what it writes.';
  expect(
    outdated.map(([path]) => path),
    todo,
  ).toEqual([]);
  expect(
    stored.filter((path) => !files.has(path)),
    todo,
  ).toEqual([]);
});
