import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { builtExtension } from '../support/binaries.ts';
import { builtFiles, marks } from '../support/bundles.ts';
import { root } from '../support/source-files.ts';

const kilobyte = 1000;

describe.each(['chromium', 'firefox'] as const)('the package for %s', (build) => {
  it('is smaller than a megabyte', () => {
    // The size as packed for the stores: each file is deflated separately at the best level, with
    // about 150 bytes for its two headers.
    const zipped = builtFiles(build)
      .map(
        (path) =>
          deflateRawSync(readFileSync(join(builtExtension(build), path)), { level: 9 }).length +
          150,
      )
      .reduce((sum, size) => sum + size, 0);
    expect(zipped).toBeLessThan(1000 * kilobyte);
  });

  it('has icons of its own in the sizes that browsers ask for', () => {
    const icons = builtFiles(build).filter((path) => /^icons?\/.*\.png$/.test(path));
    for (const size of [16, 32, 48, 128]) {
      const icon = icons.find((path) => new RegExp(`(?:^|\\D)${size}\\.png$`).test(path));
      expect(icon, `${size} px`).toBeDefined();
      // A PNG's header has its width at byte 16.
      expect(readFileSync(join(builtExtension(build), icon as string)).readUInt32BE(16)).toBe(size);
    }
  });
});

interface Finding {
  code: string;
  message: string;
  file?: string;
}

/** Names a warning by its file; a chunk, whose name says little, by the library in it. */
function named({ code, file = '' }: Finding): string {
  if (!file.startsWith('chunks/')) return `${code} ${file}`;
  const text = readFileSync(join(builtExtension('firefox'), file), 'utf8');
  const library = (['Preact', 'DOMPurify', 'micromark'] as const).find((each) =>
    marks[each].test(text),
  );
  // Our chunks that call micromark's, which is in a separate chunk.
  const caller = /\bdocument\(\)\.write\(/.test(text) ? 'micromark' : file;
  return `${code} ${library ?? caller}`;
}

/**
 * The linter's warnings, by file (without hashes), and why each is acceptable. Anything else is
 * new.
 */
const warnings: Record<string, string> = {
  // A page's closed shadow roots are read if the browser lets an extension; the linter knows the
  // function only on elements. The code checks that it exists before calling it.
  'UNSUPPORTED_API capture-moment.js': 'openOrClosedShadowRoot',
  'UNSUPPORTED_API capture-page.js': 'openOrClosedShadowRoot',
  'UNSUPPORTED_API capture-person.js': 'openOrClosedShadowRoot',
  'UNSUPPORTED_API capture-selection.js': 'openOrClosedShadowRoot',
  // Trusted Types refuse both (tests/e2e/own-pages.test.ts).
  'UNSAFE_VAR_ASSIGNMENT Preact':
    'for `dangerouslySetInnerHTML`, which nothing of ours names (bundles.test.ts)',
  'UNSAFE_VAR_ASSIGNMENT DOMPurify': 'for text; it is handed parsed documents alone',
  'UNSAFE_VAR_ASSIGNMENT micromark': 'its tokenizer of a document has a `write`, too',
};

describe('the package for Firefox', () => {
  it('passes the linter of addons.mozilla.org without an error, or a warning that is not explained', async () => {
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
      errors: Finding[];
      warnings: Finding[];
      notices: Finding[];
    };
    expect(report.errors).toEqual([]);
    expect(report.notices).toEqual([]);
    expect([...new Set(report.warnings.map(named))].toSorted()).toEqual(
      Object.keys(warnings).toSorted(),
    );
  });
});
