import type { Page } from 'puppeteer-core';
import { beforeAll, expect, it } from 'vitest';
import { framedPages } from '../fixtures/framed.ts';
import { selectText } from '../support/browsers/gestures.ts';
import { clickInConfirmation, confirmed, readConfirmation } from '../support/confirmation.ts';
import { joinLines, splitPost } from '../support/draft-text.ts';
import { inBothBrowsers, openPopup } from '../support/journeys.ts';
import { waitFor } from '../support/wait.ts';

const tides = 'https://tides.example';

inBothBrowsers('frames and shadow trees', (harness) => {
  beforeAll(() => {
    harness().site.addAll(framedPages);
  });

  /** Opens the page with an empty wrap-up, and selects the words in its innermost frame. */
  const selected = async (path: string) => {
    const page = await harness().open(`${tides}/${path}`);
    const popup = await openPopup(harness(), page);
    await popup.tab('Clips');
    await popup.newWrapUp();
    await harness().closePopup();
    await page.bringToFront();
    const inner = await waitFor('the words', async () => {
      const found = page.frames().at(-1);
      const text = await found?.evaluate(() => document.documentElement.textContent ?? '');
      return text === undefined ? null : found;
    });
    await selectText(page, { from: 'Low water', to: 'at six.' }, inner);
    return page;
  };
  const draft = async (page: Page) => {
    const popup = await openPopup(harness(), page);
    await popup.tab('Draft');
    const lines = joinLines(splitPost(await popup.draft()).body);
    await harness().closePopup();
    return lines;
  };

  it.each([
    ['written', 'Low water stood at six.', 'written'],
    ['nested', 'Low water **stood** at six.', 'nested'],
    ['shadow-in-frame', 'Low water **stood** at six.', 'component'],
    ['frame-in-shadow', 'Low water stood at six.', 'plain'],
  ])('a selection is found there: %s', async (path, words, source) => {
    const page = await selected(path);
    await harness().shortcut(page);
    await confirmed(harness(), page, 'Clipped');
    expect(await draft(page)).toEqual([
      `> ${words} -- [tides.example/${source}](${tides}/${source})`,
    ]);
    await page.close();
  });

  it('if no script may enter, the shortcut clips nothing, says why, and names another way', async () => {
    const page = await selected('around');
    await harness().shortcut(page);
    const said = await confirmed(harness(), page, 'That text is embedded from another site');
    expect(said.role).toBe('alert');
    expect(said.text).toContain('Right-click it and choose “Clip selection”');
    expect(await draft(page)).toEqual(['']);
    await page.bringToFront();
    await clickInConfirmation(harness(), page, 'Clip this page’s link');
    await waitFor('the link', async () => (await harness().badge()) === '1');
    expect(await draft(page)).toEqual([`* [Around](${tides}/around)`]);
    await page.close();
  });

  it('the context menu clips the words there, with their frame’s address', async () => {
    const page = await selected('around');
    const words = await page.frames().at(-1)?.$('p');
    if (!words) throw new Error('No words');
    await harness().menu(page, 'clip-selection', words);
    await confirmed(harness(), page, 'Clipped');
    expect(await draft(page)).toEqual([
      '> Low water stood at six. -- [harbour.example/log](https://harbour.example/log)',
    ]);
    await page.close();
  });

  it('a click into a player does not keep the page from being clipped', async () => {
    const page = await selected('player');
    await harness().shortcut(page);
    await confirmed(harness(), page, 'Clipped');
    expect((await readConfirmation(harness(), page))?.role).toBe('status');
    expect(await draft(page)).toEqual([`* [Player](${tides}/player)`]);
    await page.close();
  });
});
