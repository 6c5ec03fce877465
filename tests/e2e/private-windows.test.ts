import puppeteer from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { browsersHere, builtExtension, requireBrowser } from '../support/binaries.ts';
import { FirefoxChrome } from '../support/browsers/firefox-chrome.ts';

/** Our windows and pages in the browser's first window. */
const ours = `
  const policy = WebExtensionPolicy.getByID('wrapup@wrapup.example');
  const { PrivateBrowsingUtils } = ChromeUtils.importESModule('resource://gre/modules/PrivateBrowsingUtils.sys.mjs');
  return {
    isPrivate: PrivateBrowsingUtils.isWindowPrivate(window),
    isActive: policy.active,
    isAllowed: policy.canAccessWindow(window),
    keys: document.querySelectorAll('keyset[id^=ext-keyset-id] key').length,
    buttons: document.querySelectorAll('[data-extensionid="wrapup@wrapup.example"]').length,
  };`;

/** Firefox's "Never remember history" makes every window a private one. */
describe.runIf(browsersHere().includes('firefox'))('private windows (firefox)', () => {
  it.each([false, true])('contain nothing of Wrapup: %s', async (isPrivate) => {
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: requireBrowser('firefox'),
      headless: true,
      args: ['-remote-allow-system-access'],
      extraPrefsFirefox: { 'browser.privatebrowsing.autostart': isPrivate },
    });
    try {
      await browser.installExtension(builtExtension('firefox'));
      const found = await new FirefoxChrome(browser).run(ours);
      expect(found).toEqual({
        isPrivate,
        isActive: true,
        isAllowed: !isPrivate,
        keys: isPrivate ? 0 : expect.any(Number),
        buttons: isPrivate ? 0 : expect.any(Number),
      });
      const { keys, buttons } = found as { keys: number; buttons: number };
      if (!isPrivate) expect([keys > 3, buttons > 0]).toEqual([true, true]);
    } finally {
      await browser.close();
    }
  });
});
