import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pageScripts } from '../../../lib/page-wire/scripts.ts';
import { root } from '../../support/source-files.ts';

const entrypoint = (name: string) => {
  const folder = join(root, 'entrypoints', name);
  return readdirSync(folder).includes('index.ts')
    ? readFileSync(join(folder, 'index.ts'), 'utf8')
    : '';
};
/**
 * The scripts that go into pages, except for the adapters, which only provide data for the capture
 * scripts.
 */
const injected = readdirSync(join(root, 'entrypoints')).filter(
  (name) => !name.startsWith('adapter-') && entrypoint(name).includes('defineUnlistedScript'),
);

describe('the table of scripts', () => {
  it('has every script that is injected into pages, and no other', () => {
    expect(
      Object.keys(pageScripts).sort(),
      'Declare the script in lib/page-wire/scripts.ts: what it is asked, and the schema of its answer',
    ).toEqual(injected.sort());
  });

  it.each(Object.keys(pageScripts))('has %s answer as it declares', (name) => {
    expect(
      entrypoint(name),
      `Give the entrypoint's main the type Answered<'${name}'>, so that the compiler compares them`,
    ).toContain(`Answered<'${name}'>`);
  });
});
