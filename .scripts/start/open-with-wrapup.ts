import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser } from 'puppeteer-core';
import { builtExtension, requireBrowser } from '../../tests/support/binaries.ts';
import { isRoot } from '../tools.mjs';

/** Opens a browser window with a separate profile, kept in `.cache`, and Wrapup in it. */
export async function openWithWrapup(name: 'chromium' | 'firefox'): Promise<Browser> {
  const userDataDir = fileURLToPath(new URL(`../../.cache/profile-${name}`, import.meta.url));
  mkdirSync(join(userDataDir, '..'), { recursive: true });
  const shared = {
    executablePath: requireBrowser(name),
    headless: false,
    defaultViewport: null,
    userDataDir,
  } as const;
  const browser = await (name === 'chromium' ? openChromium(shared) : openFirefox(shared));
  await browser.installExtension(builtExtension(name));
  return browser;
}

type Shared = Parameters<typeof puppeteer.launch>[0];

const openChromium = (shared: Shared) =>
  puppeteer.launch({
    ...shared,
    pipe: true,
    enableExtensions: true,
    // This is no test, so the banner about automation is hidden.
    ignoreDefaultArgs: ['--enable-automation'],
    args: [
      '--no-first-run',
      '--no-default-browser-check',
      '--window-size=1320,900',
      ...(isRoot ? ['--no-sandbox', '--test-type'] : []),
    ],
  });

const openFirefox = (shared: Shared) =>
  puppeteer.launch({
    ...shared,
    browser: 'firefox',
    args: ['--width=1320', '--height=900'],
    extraPrefsFirefox: {
      // Firefox generates a host for each install; a fixed one keeps the clips.
      'extensions.webextensions.uuids': JSON.stringify({
        'wrapup@wrapup.example': '5f2c1f0e-6d0b-4a39-9a55-3f0d5f6b7a11',
      }),
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
    },
  });
