import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { rebuildSources } from '../../.scripts/release/rebuild-sources.ts';
import { read, root } from '../support/source-files.ts';

const { version } = JSON.parse(read('package.json')) as { version: string };
const zip = (what: string) => join(root, '.output', `wrapup-${version}-${what}.zip`);

it('the sources’ zip builds, without anything else, into the very bytes that Firefox gets', () => {
  for (const what of ['sources', 'firefox']) {
    expect(existsSync(zip(what)), `${zip(what)}: npx wxt zip -b firefox makes it`).toBe(true);
  }
  expect(rebuildSources(zip('sources'), zip('firefox'))).toEqual([]);
  // npm installs everything again for it.
}, 600_000);
