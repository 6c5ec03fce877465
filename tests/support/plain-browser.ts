import puppeteer, { type Browser } from 'puppeteer-core';
import { requireBrowser } from './binaries.ts';
import { launchPlainChromium } from './plain-chromium.ts';

/** Starts a browser without the extension, for code that only needs a page. */
export function launchPlain(name: 'chromium' | 'firefox'): Promise<Browser> {
  if (name === 'chromium') return launchPlainChromium();
  return puppeteer.launch({
    browser: 'firefox',
    executablePath: requireBrowser('firefox'),
    headless: true,
    protocolTimeout: 600_000,
    // Nothing may reach the network.
    extraPrefsFirefox: {
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': 9,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': 9,
    },
  });
}
