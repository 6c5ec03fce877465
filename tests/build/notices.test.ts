import { describe, expect, it } from 'vitest';
import { noticesFile } from '../../.config/third-party-notices.ts';
import { builtFiles, loadedBy, marks, readBuilt } from '../support/bundles.ts';
import { read } from '../support/source-files.ts';

const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
>;

/** The package of each library that can be recognised in a bundle. */
const packages: Record<keyof typeof marks, string> = {
  Dexie: 'dexie',
  DOMPurify: 'dompurify',
  Liquid: 'liquidjs',
  micromark: 'micromark',
  Preact: 'preact',
  Turndown: 'turndown',
  Valibot: 'valibot',
  'pdf-lib': '@cantoo/pdf-lib',
};

describe.each(['chromium', 'firefox'] as const)('the notices in the package for %s', (build) => {
  const parts = readBuilt(build, noticesFile)
    .split(/^-{78}$/m)
    .slice(1);
  const named = parts.map((part) => part.trim().split('\n')[0] ?? '');

  it('name all that is in it', () => {
    const code = builtFiles(build)
      .filter((path) => path.endsWith('.js'))
      .map((path) => readBuilt(build, path))
      .join('\n');
    for (const [library, mark] of Object.entries(marks)) {
      expect(code).toMatch(mark);
      const name = packages[library as keyof typeof marks];
      expect(named).toContain(`${name} ${dependencies[name]}`);
    }
  });

  it('name every dependency: one that is in no bundle is none', () => {
    const wanted = Object.entries(dependencies).map(([name, version]) => `${name} ${version}`);
    expect(wanted.filter((each) => !named.includes(each))).toEqual([]);
  });

  it('name nothing that only builds or tests', () => {
    // A few lines of these are at the start of every script.
    const inside = ['wxt', '@wxt-dev/webextension-polyfill'];
    const tools = Object.keys(devDependencies).filter((name) => !inside.includes(name));
    expect(named.filter((each) => tools.some((name) => each.startsWith(`${name} `)))).toEqual([]);
  });

  it('hold the text of each licence', () => {
    for (const part of parts) {
      const [head = ''] = part.trim().split('\n');
      expect(part, head).toMatch(/^Licence: (?!undefined)/m);
      // Some of WXT's packages have none.
      if (!part.includes('https://spdx.org/licenses/MIT.html'))
        expect(part.length, head).toBeGreaterThan(400);
    }
  });

  it('are found from the options', () => {
    expect(loadedBy(build, 'options.html')).toContain(`/${noticesFile}`);
  });
});
