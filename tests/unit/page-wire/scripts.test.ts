import { existsSync, readdirSync, readFileSync } from 'node:fs';
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
const ownPages = readdirSync(join(root, 'entrypoints')).flatMap((name) =>
  existsSync(join(root, 'entrypoints', name, 'index.html'))
    ? [readFileSync(join(root, 'entrypoints', name, 'index.html'), 'utf8')]
    : [],
);
const isOfOwnPages = (name: string) => ownPages.some((html) => html.includes(`/${name}.js`));
/**
 * The scripts that go into pages of sites. The adapters are not among them, because they only provide
 * data for the capture scripts, nor is what our own pages run.
 */
const injected = readdirSync(join(root, 'entrypoints')).filter(
  (name) =>
    !name.startsWith('adapter-') &&
    entrypoint(name).includes('defineUnlistedScript') &&
    !isOfOwnPages(name),
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
