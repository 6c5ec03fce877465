import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { registryFiles } from '../../../.scripts/site-registry.ts';
import { codeHosts } from '../../../lib/sites/registry/addresses/code.ts';
import { eventSites } from '../../../lib/sites/registry/addresses/events.ts';
import { mediaSites } from '../../../lib/sites/registry/addresses/media.ts';
import { packageRegistries } from '../../../lib/sites/registry/addresses/packages.ts';
import { paperArchives } from '../../../lib/sites/registry/addresses/papers.ts';
import { profileSites } from '../../../lib/sites/registry/addresses/profiles.ts';
import { slidesSites } from '../../../lib/sites/registry/addresses/slides.ts';
import { filesIn, read, root } from '../../support/source-files.ts';

test('the registries are as the folders in lib/sites ask for them', () => {
  const { files, problems } = registryFiles();
  expect(problems, problems.join('\n')).toEqual([]);
  const stored = filesIn('lib/sites/registry').sort();
  const outdated = [...files].filter(
    ([path, text]) => !stored.includes(path) || readFileSync(join(root, path), 'utf8') !== text,
  );
  const differing = [
    ...outdated.map(([path]) => path),
    ...stored.filter((path) => !files.has(path)),
  ];
  expect(differing, 'Run `npm run sites` and commit what it writes.').toEqual([]);
});

test.each([
  ['code', codeHosts],
  ['event', eventSites],
  ['media', mediaSites],
  ['package', packageRegistries],
  ['paper', paperArchives],
  ['profile', profileSites],
  ['slides', slidesSites],
])('an address of each site is in the table of its kind: %s', (kind, sites) => {
  const table = `tests/unit/sites/${kind}-address.test.ts`;
  const text = read(table);
  const todo = sites
    .filter(({ hosts }) => hosts.length > 0 && !hosts.some((host) => text.includes(host)))
    .map(
      ({ id, hosts }) => `Put addresses of ${id} (${hosts[0]}), and what they name, in ${table}.`,
    );
  expect(todo, todo.join('\n')).toEqual([]);
});
