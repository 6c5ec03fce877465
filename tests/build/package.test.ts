import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { builtExtension } from '../support/binaries.ts';
import { builtFiles } from '../support/bundles.ts';
import { root } from '../support/source-files.ts';

const kilobyte = 1000;

describe.each(['chromium', 'firefox'] as const)('the package for %s', (build) => {
  it('is smaller than two thirds of a megabyte', () => {
    // As it is packed for the stores: each file deflated by itself at the best level, with about 150
    // bytes for its two headers.
    const zipped = builtFiles(build)
      .map(
        (path) =>
          deflateRawSync(readFileSync(join(builtExtension(build), path)), { level: 9 }).length +
          150,
      )
      .reduce((sum, size) => sum + size, 0);
    expect(zipped).toBeLessThan(667 * kilobyte);
  });

  it('has icons of its own in the sizes that browsers ask for', () => {
    const icons = builtFiles(build).filter((path) => /^icons?\/.*\.png$/.test(path));
    for (const size of [16, 32, 48, 128]) {
      const icon = icons.find((path) => new RegExp(`(?:^|\\D)${size}\\.png$`).test(path));
      expect(icon, `${size} px`).toBeDefined();
      // A PNG's header says its width at byte 16.
      expect(readFileSync(join(builtExtension(build), icon as string)).readUInt32BE(16)).toBe(size);
    }
  });
});

describe('the package for Firefox', () => {
  it('passes the linter of addons.mozilla.org without an error', async () => {
    const webExt = join(root, 'node_modules', 'web-ext', 'bin', 'web-ext.js');
    const args = [
      webExt,
      'lint',
      '--source-dir',
      builtExtension('firefox'),
      '--output',
      'json',
      '--no-config-discovery',
    ];
    const { stdout } = await promisify(execFile)(process.execPath, args, {
      maxBuffer: 20_000_000,
      env: { ...process.env, NO_UPDATE_NOTIFIER: '1' },
    }).catch((error: { stdout: string }) => error);
    const report = JSON.parse(stdout) as {
      errors: { code: string; message: string; file?: string }[];
    };
    expect(report.errors).toEqual([]);
  });
});
