/**
 * `npm test` installs what is missing, then runs everything. The last line printed is `N passed, N
 * failed, N skipped`; the exit code is not 0 if anything failed.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { installPackages, installTools, keyTools, root, run } from './set-up.mjs';

const total = { passed: 0, failed: 0, skipped: 0 };
/** @type {string[]} */
const failures = [];

/** One step that passes or fails as a whole. */
function step(/** @type {string} */ name, /** @type {() => boolean} */ action) {
  console.log(`\n— ${name}`);
  if (action()) {
    total.passed++;
    return true;
  }
  total.failed++;
  failures.push(name);
  return false;
}

/** Runs Vitest projects and adds up what its JSON report says. */
function vitest(
  /** @type {string} */ name,
  /** @type {string[]} */ projects,
  /** @type {string[]} */ ...options
) {
  console.log(`\n— ${name}`);
  const report = join(root, '.output', 'test', `${projects[0]}.json`);
  mkdirSync(join(root, '.output', 'test'), { recursive: true });
  rmSync(report, { force: true });
  const ok = run('vitest', [
    'run',
    '--config',
    '.config/vitest.config.ts',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...options,
  ]);
  const before = total.failed;
  try {
    const result = JSON.parse(readFileSync(report, 'utf8'));
    total.passed += result.numPassedTests;
    total.failed += result.numFailedTests;
    total.skipped += result.numPendingTests + result.numTodoTests;
    // A file that cannot be loaded has no tests to count.
    for (const file of result.testResults) {
      if (file.status === 'failed' && file.assertionResults.length === 0) total.failed++;
    }
  } catch (error) {
    console.error(`No report of ${name}: ${error}`);
  }
  if (!ok && total.failed === before) total.failed++;
  if (total.failed > before) failures.push(name);
}

if (step('npm packages', installPackages)) {
  // Missing tools are a failure in CI; elsewhere their tests are skipped.
  step('browsers, generators and a display for real keys', () => {
    const missing = installTools(['chromium', 'firefox', 'hugo', 'pandoc', 'jekyll', ...keyTools]);
    return missing.length === 0 || !process.env.CI;
  });
  // WXT first writes its own types.
  step('types', () => run('wxt', ['prepare', '--level', 'warn']) && run('tsc', ['--noEmit']));
  step('types of the pure folders', () =>
    run('tsc', ['--noEmit', '-p', '.config/tsconfig.pure.json']),
  );
  step('lint', () => run('biome', ['check', '--config-path=.config', '.']));
  const built = [
    step('build for Chromium', () => build('chrome', 'zip')),
    step('build for Firefox', () => build('firefox', 'zip')),
  ].every(Boolean);
  vitest('unit, DOM, store and shell tests, and those by generators', [
    ...['unit', 'dom', 'store', 'shell', 'hugo', 'generators'],
  ]);
  if (built) {
    vitest('tests of the built extension', ['build']);
    vitest('journeys in real browsers', ['e2e'], '--reporter=.scripts/journey-report.mjs');
    vitest('torture in real browsers, a short one', ['torture']);
  }
}

if (failures.length > 0) console.error(`\nFailed: ${failures.join('; ')}`);
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
