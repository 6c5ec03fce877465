import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';

const entriesOf = (zip: string) =>
  Object.entries(unzipSync(readFileSync(zip))).filter(([path]) => !path.endsWith('/'));

/**
 * Builds the extension for Firefox from its sources' zip in an empty folder, as a reviewer of
 * addons.mozilla.org does, and compares it with the shipped zip, byte for byte.
 * @returns one line for each file that differs or is missing; none if both are the same
 * @throws if the sources can't be built, with what npm said
 */
export function rebuildSources(sourcesZip: string, shippedZip: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'wrapup-sources-'));
  try {
    for (const [path, bytes] of entriesOf(sourcesZip)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    npm(folder, 'ci', '--prefer-offline', '--loglevel=error');
    npm(folder, 'run', 'build-for-amo');
    return entriesOf(shippedZip).flatMap(([path, shipped]) => {
      const rebuilt = readIfThere(join(folder, '.output', 'firefox-mv3', path));
      if (rebuilt === undefined) return [`${path} is missing`];
      return rebuilt.equals(shipped) ? [] : [`${path} differs`];
    });
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function npm(folder: string, ...args: string[]): void {
  // A test runner sets NODE_ENV to test, and Vite would then build another extension.
  const { NODE_ENV: _, ...env } = process.env;
  const { status, stdout, stderr, error } = spawnSync('npm', args, {
    cwd: folder,
    env,
    encoding: 'utf8',
    // npm is a command file on Windows.
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm ${args[0]} failed: ${error ?? `${stdout}\n${stderr}`}`);
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
