import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtExtension } from './binaries.ts';
import type { BrowserName } from './browsers/harness.ts';

interface Manifest {
  version: string;
  permissions: string[];
  optional_permissions: string[];
  host_permissions?: string[];
}

/**
 * Makes a new folder with the built extension and another manifest: no driver can answer the
 * browser's own questions, so the permissions are granted beforehand.
 */
export function changedExtension(
  name: BrowserName,
  change: (manifest: Manifest) => Partial<Manifest>,
): string {
  const folder = mkdtempSync(join(tmpdir(), 'wrapup-extension-'));
  cpSync(builtExtension(name), folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest: Manifest = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...manifest, ...change(manifest) }));
  return folder;
}
