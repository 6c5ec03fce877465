import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { hostilePages } from '../fixtures/hostile-pages.ts';
import { hostileStyles } from '../fixtures/hostile-styles.ts';
import { selectText } from '../support/browsers/gestures.ts';
import {
  clickInConfirmation,
  confirmationGone,
  confirmed,
  readConfirmation,
} from '../support/confirmation.ts';
import { inBothBrowsers } from '../support/journeys.ts';
import { pressInOutcome, seenInPopup } from '../support/outcome.ts';
import { confirmationHost, regionHost } from '../support/overlays.ts';
import { seenOnTop } from '../support/seen-on-top.ts';
import { storedClips } from '../support/stored-clips.ts';
import { waitFor } from '../support/wait.ts';

/** ADR 23: what a page can do against our overlay, by kind. */
inBothBrowsers('a hostile page', (harness) => {
  /**
   * Opens a page at its own address, because a duplicate clip's card shows that, and takes no
   * words.
   */
  const open = (name: string) => {
    const address = `https://hostile.example/${name}`;
    const own = `${address}?${crypto.randomUUID()}`;
    harness().site.add(own, hostilePages[address] ?? '');
    return harness().open(own);
  };
  const loot = (page: Page) => page.evaluate(() => (window as unknown as { loot: string[] }).loot);
  const set = (page: Page, name: string, value: unknown) =>
    page.evaluate((key, given) => Object.assign(window, { [key]: given }), name, value);
  const pause = (milliseconds: number) =>
    new Promise((resolve) => setTimeout(resolve, milliseconds));
  const clip = async (page: Page, words = 'Words that are worth keeping') => {
    await selectText(page, { from: words });
    await harness().shortcut(page);
  };
  /** Returns the stored clips of one page. */
  const stored = async (page: Page) => {
    const address = page.url();
    const own = await harness().openOwn('popup.html');
    const clips = (await storedClips(own)).filter(({ source }) => source?.url === address);
    await own.close();
    await page.bringToFront();
    return clips;
  };
  /**
   * Clicks once nothing hides it any more; it accepts no click until it has been visible for a
   * moment.
   */
  const undo = (page: Page) =>
    waitFor('it to be undone', async () => {
      if ((await readConfirmation(harness(), page))?.text.includes('Removed')) return true;
      await clickInConfirmation(harness(), page, 'Undo');
      await pause(500);
      return false;
    });
  /** The card's "Saved" alone is not enough, because it may still be about the previous letter. */
  const savedAs = async (page: Page, words: string) => {
    await confirmed(harness(), page, 'Saved');
    await waitFor('the words', async () => (await stored(page)).some(({ note }) => note === words));
  };
  beforeAll(() => {
    harness().site.addAll(hostileStyles);
  });

  describe('reads nothing:', () => {
    it.each(['claimed', 'claims-later'])('%s', async (name) => {
      const page = await open(name);
      await clip(page);
      await confirmed(harness(), page, 'Clipped to');
      await clickInConfirmation(harness(), page, 'Your words about it');
      await page.keyboard.type('my own words');
      await savedAs(page, 'my own words');
      expect(await loot(page)).toEqual([]);
      expect(await stored(page)).toMatchObject([{ note: 'my own words', deletedAt: null }]);
      await page.close();
    });
  });

  it('fakes no click, key or input', async () => {
    const page = await open('forges');
    await clip(page);
    await confirmed(harness(), page, 'Clipped to');
    await pause(1_500);
    expect((await readConfirmation(harness(), page))?.text).toContain('Clipped to');
    expect(await stored(page)).toMatchObject([{ note: '', deletedAt: null }]);
    await page.close();
  });

  it('clips no region', async () => {
    const page = await open('forges');
    const heading = await page.$('h1');
    if (!heading) throw new Error('No heading');
    await harness().menu(page, 'clip-region', heading);
    await waitFor('the drawing', () => page.$(regionHost));
    await pause(1_500);
    expect(await seenOnTop(page, regionHost)).toMatchObject({ points: 9, inView: true });
    expect((await stored(page)).filter(({ kind }) => kind === 'image')).toEqual([]);
    await page.keyboard.press('Escape');
    await waitFor('the drawing to go', async () => (await page.$(regionHost)) === null);
    await page.close();
  });

  it('can’t keep it hidden, and gets no click on its hidden buttons', async () => {
    const page = await open('hides');
    await clip(page);
    await confirmed(harness(), page, 'Clipped to');
    await clickInConfirmation(harness(), page, 'Undo');
    await pause(600);
    expect(await stored(page)).toMatchObject([{ deletedAt: null }]);
    await set(page, 'hiding', false);
    await waitFor(
      'it to be seen',
      async () => (await seenOnTop(page, confirmationHost))?.points === 9,
    );
    await undo(page);
    await page.close();
  });

  it('can’t fade it or move it away', async () => {
    const page = await open('fades');
    await clip(page);
    await confirmed(harness(), page, 'Clipped to');
    await waitFor(
      'it to be seen',
      async () => (await seenOnTop(page, confirmationHost))?.points === 9,
    );
    const opacity = await page.$eval(confirmationHost, (host) => getComputedStyle(host).opacity);
    expect(opacity).toBe('1');
    await undo(page);
    await page.close();
  });

  it.each(['covers', 'uncovers'])('gets no click through a cover: %s', async (name) => {
    const page = await open(name);
    await clip(page);
    await confirmed(harness(), page, 'Clipped to');
    await pause(1_000);
    await clickInConfirmation(harness(), page, 'Undo');
    await confirmed(harness(), page, 'Nothing changed');
    expect(await stored(page)).toMatchObject([{ deletedAt: null }]);
    await set(page, 'covering', false);
    await undo(page);
    await page.close();
  });

  it('can’t get rid of it by removing it for a while', async () => {
    const page = await open('removes');
    await clip(page);
    await waitFor('it to be removed', () =>
      page.evaluate(() => (window as unknown as { removed: number }).removed > 3),
    );
    await set(page, 'removing', false);
    await confirmed(harness(), page, 'Clipped to');
    await undo(page);
    await page.close();
  });

  it('loses no words by removing it', async () => {
    const page = await open('removes');
    await set(page, 'removing', false);
    await clip(page, 'Some more of them');
    await confirmed(harness(), page, 'Clipped to');
    await clickInConfirmation(harness(), page, 'Your words about it');
    await waitFor('the keyboard in it', () =>
      harness().inClosedRoot(page, confirmationHost, (root) => root.activeElement !== null),
    );
    await page.keyboard.type('words ');
    await set(page, 'removing', true);
    await pause(300);
    await set(page, 'removing', false);
    await waitFor('it to be back, with the keyboard', () =>
      harness().inClosedRoot(page, confirmationHost, (root) => root.activeElement !== null),
    );
    await page.keyboard.type('that stay');
    await savedAs(page, 'words that stay');
    await page.close();
  });

  it('can’t move it into a frame of its own', async () => {
    const page = await open('moves');
    await clip(page);
    await waitFor('it to be moved', () =>
      page.evaluate(() => (window as unknown as { moved: number }).moved === 3),
    );
    await confirmed(harness(), page, 'Clipped to');
    await waitFor(
      'it to be seen',
      async () => (await seenOnTop(page, confirmationHost))?.points === 9,
    );
    await page.close();
  });

  it.each([
    ['takes it away', 'takes'],
    ['hides it', 'hides'],
    ['covers it', 'shuts'],
    ['covers it with what lets the pointer through', 'covers'],
  ])('that %s every time has the outcome shown at our button', async (_, name) => {
    const page = await open(name);
    await clip(page);
    const { on } = await seenInPopup(harness(), 'Clipped to');
    await pressInOutcome(on, 'Undo');
    await waitFor('the clip to be removed', async () => {
      const [kept] = await stored(page);
      return kept?.deletedAt;
    });
    await page.close();
  });

  it('can’t get rid of it, or of its keys, by opening the document again', async () => {
    const page = await open('opens');
    await clip(page);
    await confirmed(harness(), page, 'Clipped to');
    await page.evaluate(() => (window as unknown as { openAnew(): void }).openAnew());
    await waitFor('it to be back', async () => (await readConfirmation(harness(), page)) !== null);
    await clickInConfirmation(harness(), page, 'Your words about it');
    await page.keyboard.type('still');
    await confirmed(harness(), page, 'Saved');
    await page.keyboard.press('Escape');
    await confirmationGone(harness(), page);
    expect(await stored(page)).toMatchObject([{ note: 'still' }]);
    await page.close();
  });

  it('writes nothing between the words that are typed', async () => {
    const page = await open('types');
    await clip(page);
    await confirmed(harness(), page, 'Clipped to');
    await clickInConfirmation(harness(), page, 'Your words about it');
    await page.keyboard.type('abc', { delay: 30 });
    await pause(600);
    const [kept] = await stored(page);
    expect(kept?.note).not.toMatch(/theirs|nested/);
    await page.close();
  });

  it('is reported if it hides typed text from us', async () => {
    const page = await open('deafens');
    await clip(page);
    await confirmed(harness(), page, 'Clipped to');
    await clickInConfirmation(harness(), page, 'Your words about it');
    await page.keyboard.type('unheard');
    await confirmed(harness(), page, 'Not saved: this page');
    await page.close();
  });

  it('changes nothing even if it gets hold of our elements', async () => {
    const page = await open('original-targets');
    await clip(page);
    await confirmed(harness(), page, 'Clipped to');
    await clickInConfirmation(harness(), page, 'Your words about it');
    await page.keyboard.type('mine');
    await savedAs(page, 'mine');
    expect(await stored(page)).toMatchObject([{ note: 'mine', deletedAt: null }]);
    await page.close();
  });

  describe('is not considered hostile because of its styles: Undo works on', () => {
    it.each(Object.keys(hostileStyles))('%s', async (address) => {
      const page = await harness().open(address);
      await harness().shortcut(page);
      await confirmed(harness(), page, 'lipped');
      await clickInConfirmation(harness(), page, 'Undo');
      await confirmed(harness(), page, 'Removed');
      await page.close();
    });
  });
});
