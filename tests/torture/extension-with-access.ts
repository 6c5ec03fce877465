import type { BrowserName } from '../support/browsers/harness.ts';
import { changedExtension } from '../support/changed-extension.ts';

/** The extension, which may read the pages of the torture without being asked to in each of them. */
export const extensionWithAccess = (name: BrowserName): string =>
  changedExtension(name, () => ({ host_permissions: ['https://torture.example/*'] }));
