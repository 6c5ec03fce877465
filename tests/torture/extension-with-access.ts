import type { BrowserName } from '../support/browsers/harness.ts';
import { changedExtension } from '../support/changed-extension.ts';

/**
 * The extension with permission to read the torture test's pages without asking in each of them.
 */
export const extensionWithAccess = (name: BrowserName): string =>
  changedExtension(name, () => ({ host_permissions: ['https://torture.example/*'] }));
