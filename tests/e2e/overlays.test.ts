import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { pages } from '../fixtures/clipping.ts';
import { hostileStyles } from '../fixtures/hostile-styles.ts';
import { selectText } from '../support/browsers/gestures.ts';
import { closedRootViolations } from '../support/closed-root-axe.ts';
import {
  clickInConfirmation,
  clipsOne,
  confirmationGone,
  confirmed,
} from '../support/confirmation.ts';
import { fillDisk } from '../support/full-disk.ts';
import { inBothBrowsers, openPopup } from '../support/journeys.ts';
import { confirmationHost, regionHost } from '../support/overlays.ts';
import { seenOnTop } from '../support/seen-on-top.ts';
import { waitFor } from '../support/wait.ts';

const host = confirmationHost;
const guide = 'https://tides.example/guide';
const nothingToSay = { light: [], dark: [] };

inBothBrowsers('our layers over a page', (harness, browser) => {
  const talks = 'https://talks.example/video';
  beforeAll(() => {
    harness().site.addAll({
      ...pages,
      ...hostileStyles,
      [talks]: `<!doctype html><title>Rings</title><video muted autoplay></video><script>
        const canvas = document.createElement('canvas');
        const draw = canvas.getContext('2d');
        setInterval(() => draw.fillRect(Math.random() * 9, 0, 9, 9), 50);
        document.querySelector('video').srcObject = canvas.captureStream(20);
        </script>`,
      'https://ada.example/': `<!doctype html><title>Ada Example</title><h1>Ada Example</h1>
        <script type="application/ld+json">{"@type": "ProfilePage", "mainEntity": {"@type": "Person", "name": "Ada Example", "url": "https://ada.example/"}}</script>`,
    });
  });
  const element = async (page: Page, selector: string) => {
    const found = await page.$(selector);
    if (!found) throw new Error(`No ${selector}`);
    return found;
  };

  describe('is visible whatever the page’s styles are:', () => {
    it.each(Object.keys(hostileStyles))('%s', async (url) => {
      const page = await harness().open(url);
      await harness().shortcut(page);
      await confirmed(harness(), page, 'Clipped to');
      const seen = await seenOnTop(page, host);
      expect(seen).toMatchObject({ width: 340, points: 9, inView: true });
      expect(seen?.height).toBeGreaterThan(60);
      await page.close();
    });

    it('the layer for a region, over anything that covers the page', async () => {
      const page = await harness().open('https://styles.example/covered');
      await harness().menu(page, 'clip-region', await element(page, '#cover'));
      await waitFor('the drawing', () => page.$(regionHost));
      expect(await seenOnTop(page, regionHost)).toMatchObject({ points: 9, inView: true });
      await page.close();
    });
  });

  it('is visible in full screen, and can be clicked there', async () => {
    const url = 'https://stage.example/';
    harness().site.add(
      url,
      `<!doctype html><title>Stage</title><div id="stage" style="background: white">
        <p>Words in full screen.</p><button onclick="stage.requestFullscreen()">Full</button></div>`,
    );
    const page = await harness().open(url);
    // The gesture that grants us access takes Chromium's harness out of full screen.
    await harness().shortcut(page);
    await confirmed(harness(), page, 'Clipped to');
    await page.keyboard.press('Escape');
    await confirmationGone(harness(), page);
    await page.click('button');
    await waitFor('full screen', () => page.evaluate(() => document.fullscreenElement !== null));
    await selectText(page, { from: 'Words in full screen.' });
    await harness().press();
    await confirmed(harness(), page, 'Clipped to');
    expect(await seenOnTop(page, host)).toMatchObject({ points: 9, inView: true });
    await clickInConfirmation(harness(), page, 'Undo');
    await confirmed(harness(), page, 'Removed');
    expect(await page.evaluate(() => document.fullscreenElement?.id)).toBe('stage');
    await page.close();
  });

  describe('is accessible, says axe:', () => {
    it('a clip that was undone', async () => {
      const page = await harness().open(guide);
      await selectText(page, { from: 'it counts', to: 'millimetres' });
      await harness().shortcut(page);
      await confirmed(harness(), page, 'Clipped to');
      await clickInConfirmation(harness(), page, 'Undo');
      await confirmed(harness(), page, 'Removed');
      expect(await closedRootViolations(harness(), page, host)).toEqual(nothingToSay);
      await page.close();
    });

    it('a clip, and one clipped before', async () => {
      const page = await harness().open(guide);
      await selectText(page, { from: 'A gauge', to: 'nothing' });
      await harness().shortcut(page);
      await confirmed(harness(), page, 'Clipped to');
      expect(await closedRootViolations(harness(), page, host)).toEqual(nothingToSay);
      await page.bringToFront();
      await page.keyboard.press('Escape');
      await harness().shortcut(page);
      await confirmed(harness(), page, 'You clipped this');
      expect(await closedRootViolations(harness(), page, host)).toEqual(nothingToSay);
      await page.close();
    });

    it('a moment with its buttons', async () => {
      const page = await harness().open(talks);
      await waitFor('the recording', () =>
        page.$eval('video', (each) => (each as HTMLVideoElement).currentTime > 0),
      );
      await harness().shortcut(page, 'clip-moment');
      await confirmed(harness(), page, 'Check the time');
      expect(await closedRootViolations(harness(), page, host)).toEqual(nothingToSay);
      await page.close();
    });

    it('a failure', async () => {
      const page = await harness().open(guide);
      await harness().shortcut(page, 'clip-moment');
      await confirmed(harness(), page, 'No recording is playing on this page');
      expect(await closedRootViolations(harness(), page, host)).toEqual(nothingToSay);
      await page.close();
    });

    it('a speaker', async () => {
      const page = await harness().open('https://ada.example/');
      await harness().menu(page, 'clip-speaker', await element(page, 'h1'));
      await confirmed(harness(), page, 'is a speaker of');
      expect(await closedRootViolations(harness(), page, host)).toEqual(nothingToSay);
      await page.close();
    });

    it('the layer for a region', async () => {
      const page = await harness().open(guide);
      await harness().menu(page, 'clip-region', await element(page, 'h1'));
      await waitFor('the drawing', () => page.$(regionHost));
      expect(await closedRootViolations(harness(), page, regionHost)).toEqual(nothingToSay);
      await page.close();
    });
  });

  // Only in Chromium, see full-disk.ts.
  if (browser === 'chromium') {
    it('a clip is offered as Markdown if the disk is full, and saved once there is room', async () => {
      const page = await harness().open(guide);
      // The library was written to before, because the very first write does more than the clip.
      await selectText(page, { from: 'A gauge', to: 'nothing' });
      await clipsOne(harness(), () => harness().shortcut(page));
      await page.keyboard.press('Escape');
      await confirmationGone(harness(), page);
      await selectText(page, { from: 'leaves', to: 'rest' });
      // The worker runs and the tab can be read, so this tests only the write.
      const before = Number(await harness().badge());
      const makeRoom = await fillDisk(page, harness().origin);
      await harness().shortcut(page);
      expect(await confirmed(harness(), page, 'The disk is full')).toMatchObject({ role: 'alert' });
      // It also waits in the popup, until the user takes it.
      expect(await harness().badge()).toBe('!');
      expect(await closedRootViolations(harness(), page, host)).toEqual(nothingToSay);
      await page.bringToFront();
      await clickInConfirmation(harness(), page, 'Copy as Markdown');
      await confirmed(harness(), page, 'Copied');
      expect(await harness().clipboard()).toContain('> leaves the rest');
      await page.bringToFront();
      await clickInConfirmation(harness(), page, 'Try again');
      await waitFor('another failure', async () =>
        (await confirmed(harness(), page, 'Copy as Markdown')).text.includes('The disk is full'),
      );
      await makeRoom();
      await clickInConfirmation(harness(), page, 'Try again');
      await confirmed(harness(), page, 'Clipped to');
      await waitFor('one clip more', async () => Number(await harness().badge()) === before + 1);
      const popup = await openPopup(harness(), page);
      expect((await popup.rowTexts()).filter((text) => text === 'leaves the rest')).toHaveLength(1);
      await harness().closePopup();
      await page.close();
    });
  }
});
