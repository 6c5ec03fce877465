import type { Page } from 'puppeteer-core';
import { beforeEach, expect, it } from 'vitest';
import { selectText } from '../support/browsers/gestures.ts';
import { clickInConfirmation, confirmed } from '../support/confirmation.ts';
import { createNote, createWrapUp } from '../support/items.ts';
import { inBothBrowsers } from '../support/journeys.ts';
import { storedClips } from '../support/stored-clips.ts';
import { storePost } from '../support/stored-post.ts';
import { waitFor } from '../support/wait.ts';

const tides = 'https://tides.example/';

inBothBrowsers('the confirmation', (harness) => {
  let own: Page;
  const notes = async () => (await storedClips(own)).map(({ note }) => note);

  beforeEach(async () => {
    harness().site.add(
      tides,
      `<title>Tides</title>${['One', 'Two', 'Three']
        .map((word) => `<p>${word} gauge counts millimetres.`)
        .join('')}`,
    );
    own = await harness().openOwn('options.html');
    await own.waitForSelector('[data-field=layout]');
  });

  it('gets the focus when the shortcut is pressed again, and clips a new selection', async () => {
    const page = await harness().open(tides);
    await selectText(page, { from: 'One gauge', to: 'millimetres.' });
    await harness().shortcut(page);
    await confirmed(harness(), page, 'Clipped');
    await harness().shortcut(page);
    await waitFor('the keyboard in the card', async () => {
      await page.keyboard.type('Seen.');
      return (await notes()).some((note) => note.includes('Seen.'));
    });
    expect((await notes()).length).toBe(1);
    await page.keyboard.press('Escape');
    await selectText(page, { from: 'Two gauge', to: 'millimetres.' });
    await harness().shortcut(page);
    await waitFor('another clip', async () => (await notes()).length === 2);
    await selectText(page, { from: 'Three gauge', to: 'millimetres.' });
    await harness().shortcut(page);
    await waitFor('a third clip', async () => (await notes()).length === 3);
    await page.close();
  });

  it('says where the clip is, and moves it by keys and by clicks', async () => {
    // If there is nothing else, its start is its end.
    await storePost(harness(), createWrapUp(), [createNote()]);
    const page = await harness().open(tides);
    await selectText(page, { from: 'gauge', to: 'counts' });
    await harness().shortcut(page);
    await confirmed(harness(), page, 'At the end of the post');
    const tray = async () => (await storedClips(own)).filter((clip) => 'tray' in clip).length;
    expect(await tray()).toBe(0);
    // Focuses the field, and then what is before it.
    await harness().shortcut(page);
    await waitFor('the keyboard in the field', () =>
      harness().inClosedRoot(page, 'div[data-wrapup]', (root) =>
        root.activeElement instanceof HTMLTextAreaElement ? true : null,
      ),
    );
    await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    await page.keyboard.up('Shift');
    await page.keyboard.press('Enter');
    await confirmed(harness(), page, 'At the start of the post');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await waitFor('the clip in the tray', async () => (await tray()) === 1);
    await confirmed(harness(), page, 'In the tray');
    await clickInConfirmation(harness(), page, 'Place: In the tray. Change it');
    await confirmed(harness(), page, 'At the start of the post');
    await clickInConfirmation(harness(), page, 'At the start of the post');
    await waitFor('the clip in the post', async () => (await tray()) === 0);
    await confirmed(harness(), page, 'At the start of the post');
    const count = (await notes()).length;
    await clickInConfirmation(harness(), page, 'Undo');
    await confirmed(harness(), page, 'Removed');
    const kept = async () => (await storedClips(own)).filter((clip) => clip.deletedAt === null);
    expect(await kept()).toHaveLength(count - 1);
    await page.close();
  });
});
