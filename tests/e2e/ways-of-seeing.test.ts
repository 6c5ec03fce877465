import type { Page, Viewport } from 'puppeteer-core';
import { beforeEach, expect, it } from 'vitest';
import { axeViolations } from '../support/axe.ts';
import { launch } from '../support/browsers/launch.ts';
import { cutOff } from '../support/cut-off.ts';
import { inBrowser } from '../support/journeys.ts';
import { keepPicture, stillness } from '../support/looked-at.ts';
import { openView, storeForViews, type View, views } from '../support/own-views.ts';
import { focusUnseen, tooSmallForFingers, unlikeStates } from '../support/seen-controls.ts';

const wide: Viewport = { width: 1280, height: 800 };
const phone: Viewport = { width: 360, height: 740, isMobile: true, hasTouch: true };
/** What a window of 1280 by 1024 pixels shows when it is zoomed. */
const enlarged = { '200 %': { width: 640, height: 512 }, '400 %': { width: 320, height: 256 } };

/**
 * Sets the user's system preferences. Puppeteer (25.16) sets only some of these, and they end with
 * the session.
 */
async function preferencesOf(page: Page) {
  const session = await page.createCDPSession();
  return (features: Record<string, string>) =>
    session.send('Emulation.setEmulatedMedia', {
      features: Object.entries(features).map(([name, value]) => ({ name, value })),
    });
}

inBrowser('chromium', 'a page of ours', (harness) => {
  beforeEach(() => storeForViews(harness()));

  it.for(views)(
    'has room when it is enlarged, and more contrast and less motion where they are asked for: $name',
    async (view) => {
      const page = await openView(harness(), view, wide);
      const prefer = await preferencesOf(page);
      const found: Record<string, string[]> = {};
      const note = async (how: string, wrong: string[]) => {
        if (wrong.length > 0) found[how] = wrong;
        await keepPicture(page, `${how}-${view.name}`);
      };
      await prefer({ 'prefers-reduced-motion': 'reduce' });
      await note('less motion', await page.evaluate(moving));
      for (const scheme of ['light', 'dark']) {
        await prefer({ 'prefers-contrast': 'more', 'prefers-color-scheme': scheme });
        await note(`contrast, ${scheme}`, await axeViolations(page, ['color-contrast-enhanced']));
      }
      await prefer({ 'forced-colors': 'active' });
      await note('forced colours', await page.evaluate(unlikeStates));
      await prefer({ 'prefers-color-scheme': 'light' });
      for (const [how, size] of Object.entries(enlarged)) {
        await page.setViewport(size);
        await stillness(page);
        await note(how, [...(await page.evaluate(cutOff)), ...(await axeViolations(page))]);
      }
      expect(found).toEqual({});
    },
  );

  it.for(views)('shows where the keyboard is, also in forced colours: $name', async (view) => {
    const found: Record<string, string[]> = {};
    for (const colours of ['none', 'active']) {
      const page = await openView(harness(), view, wide);
      const prefer = await preferencesOf(page);
      await prefer({ 'forced-colors': colours });
      const unseen = await focusUnseen(page);
      if (unseen.length > 0) found[`forced colours: ${colours}`] = unseen;
      await page.close();
    }
    expect(found).toEqual({});
  });
});

inBrowser(
  'chromium',
  'a page of ours on a touch screen',
  (harness) => {
    beforeEach(() => storeForViews(harness()));

    it.for(views)('has room for fingers: $name', async (view: View) => {
      const page = await openView(harness(), view, phone);
      expect(await page.evaluate(() => matchMedia('(pointer: coarse)').matches)).toBe(true);
      const found = [
        ...(await page.evaluate(tooSmallForFingers)),
        ...(await page.evaluate(cutOff)),
        ...(await axeViolations(page)),
      ];
      await keepPicture(page, `touch-${view.name}`);
      expect(found).toEqual([]);
    });
  },
  () => launch('chromium', { withFingers: true }),
);

/** Returns what animates when it changes; runs in the page. */
function moving(): string[] {
  return [...document.querySelectorAll('*')].flatMap((element) => {
    const style = getComputedStyle(element);
    const moves =
      /[1-9]/.test(style.transitionDuration) ||
      (style.animationName !== 'none' && /[1-9]/.test(style.animationDuration)) ||
      style.scrollBehavior === 'smooth';
    return moves ? [`${element.tagName}.${element.getAttribute('class')}`] : [];
  });
}
