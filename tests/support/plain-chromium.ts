import puppeteer, { type Browser } from 'puppeteer-core';
import { requireBrowser } from './binaries.ts';

/** Starts a Chromium without the extension, for code that only needs a page. */
export function launchPlainChromium(): Promise<Browser> {
  return puppeteer.launch({
    executablePath: requireBrowser('chromium'),
    headless: true,
    protocolTimeout: 600_000,
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}
