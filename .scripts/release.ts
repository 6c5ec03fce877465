/**
 * `npm run release` builds and checks what the stores require, and tags the version; the files to
 * upload are in `.output`. `-- --dry-run` does the same in any state of the folder, and tags
 * nothing.
 */
import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from './build.mjs';
import { buildVersionBefore } from './release/version-before.ts';
import { installPackages, root, run } from './set-up.mjs';

const isDry = process.argv.includes('--dry-run');
const readText = (path: string) => readFileSync(join(root, path), 'utf8');
const { version } = JSON.parse(readText('package.json')) as { version: string };

const steps: Record<string, () => boolean> = {
  'npm packages': installPackages,
  'nothing is uncommitted': () => isDry || run('git', ['diff', '--quiet', 'HEAD']),
  [`the changelog describes ${version}`]: () =>
    readText('.github/CHANGELOG.md').includes(`\n## ${version}\n`),
  'types and style': () => run('npm', ['run', 'check']),
  'the package for Chromium': () => build('chrome', 'zip'),
  'the package for Firefox, and the sources': () => build('firefox', 'zip'),
  'sizes, licence notices, the linter of addons.mozilla.org, a build from the sources': () =>
    run('vitest', ['run', '--config', '.config/vitest.config.ts', '--project', 'build']),
  'an update from the version before': updates,
  [`the tag v${version}`]: () => isDry || run('git', ['tag', `v${version}`]),
};

/**
 * Runs the journey of an update, from the latest tag; without a tag, from this build with an older
 * number.
 */
function updates(): boolean {
  const before = buildVersionBefore(root, version);
  console.log(
    before
      ? `Built: ${before}`
      : 'No version is tagged yet, so this build is installed with a lower version number first.',
  );
  try {
    return run(
      'vitest',
      [
        'run',
        '--config',
        '.config/vitest.config.ts',
        '--project',
        'e2e',
        'tests/e2e/update.test.ts',
      ],
      { env: before ? { VERSION_BEFORE: before } : {} },
    );
  } finally {
    if (before) rmSync(before, { recursive: true, force: true });
  }
}

for (const [name, step] of Object.entries(steps)) {
  console.log(`\n— ${name}`);
  if (step()) continue;
  console.error(`\nNot ready: ${name}. Nothing was tagged.`);
  process.exit(1);
}

console.log(
  `\nReady to upload by hand, in .output${isDry ? ' (a dry run: nothing was tagged)' : ''}:`,
);
for (const what of ['chrome', 'firefox', 'sources']) {
  const path = join(root, '.output', `wrapup-${version}-${what}.zip`);
  const bytes = readFileSync(path);
  const sum = createHash('sha256').update(bytes).digest('hex');
  console.log(`  ${basename(path)}  ${bytes.length} bytes  sha256 ${sum}`);
}
