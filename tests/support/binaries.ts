import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findBrowser, findTool } from '../../.scripts/tools.mjs';

const root = new URL('../../', import.meta.url);

/** Returns the folder of the built extension; throws if it was not built. */
export function builtExtension(browser: 'chromium' | 'firefox'): string {
  const name = browser === 'chromium' ? 'chrome-mv3' : 'firefox-mv3';
  const folder = new URL(`.output/${name}/`, root);
  if (!existsSync(new URL('manifest.json', folder))) {
    throw new Error(`${name} is not built. Run: npm run build`);
  }
  return fileURLToPath(folder).replace(/[\\/]$/, '');
}

/** Returns the path of a browser; throws if there is none. */
export function requireBrowser(browser: 'chromium' | 'firefox'): string {
  const path = findBrowser(browser);
  if (!path)
    throw new Error(
      `No ${browser} on this machine. Install it, or name it in ${browser.toUpperCase()}.`,
    );
  return path;
}

/**
 * Returns the browsers to run journeys in. On CI both must exist; elsewhere a missing one is left
 * out with a message.
 */
export function browsersHere(): ('chromium' | 'firefox')[] {
  const all = ['chromium', 'firefox'] as const;
  if (process.env.CI) return [...all];
  return all.filter((name) => {
    const found = findBrowser(name) !== undefined;
    if (!found) console.warn(`Journeys in ${name} are skipped: it is not installed.`);
    return found;
  });
}

export { findTool };
