/**
 * `npm run generators` builds exported posts with the real generators. Those from npm are installed
 * into a temporary folder, so `npm ci` stays fast. Jekyll and Pandoc are used if they are installed
 * (Debian has both); one line says what is missing.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './set-up.mjs';

const packages = ['@11ty/eleventy@3.1.8', 'astro@7.3.5'];

const folder = mkdtempSync(join(tmpdir(), 'wrapup-generators-'));
try {
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  const options = ['--no-audit', '--no-fund', '--prefix', folder];
  const isInstalled = run('npm', ['install', ...options, ...packages]);
  if (!isInstalled) console.error(`Not installed: ${packages.join(', ')}`);
  const tests = ['--config', '.config/vitest.config.ts', '--project', 'generators'];
  const ok = run('vitest', ['run', ...tests, ...process.argv.slice(2)], {
    env: { GENERATORS: folder },
  });
  process.exitCode = ok && isInstalled ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
