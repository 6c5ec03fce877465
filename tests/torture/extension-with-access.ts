import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtExtension } from '../support/binaries.ts';
import type { BrowserName } from '../support/browsers/harness.ts';

/**
 * A folder with the built extension, which may read the pages of the torture without being asked to in
 * each of them.
 */
export function extensionWithAccess(name: BrowserName): string {
  const folder = mkdtempSync(join(tmpdir(), 'wrapup-torture-'));
  cpSync(builtExtension(name), folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(
    file,
    JSON.stringify({ ...manifest, host_permissions: ['https://torture.example/*'] }),
  );
  return folder;
}
