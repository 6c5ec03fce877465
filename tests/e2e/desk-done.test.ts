import { expect, it } from 'vitest';
import { settingKeys } from '../../lib/store/setting-keys.ts';
import { chord, focusBlock, openDesk } from '../support/a-desk.ts';
import { axeViolations } from '../support/axe.ts';
import { createNote, createWrapUp } from '../support/items.ts';
import { inBothBrowsers } from '../support/journeys.ts';
import { PopupDriver } from '../support/popup-driver.ts';
import { storedSetting } from '../support/stored-setting.ts';
import { waitFor } from '../support/wait.ts';

const wrapUp = createWrapUp({ title: 'Tidal Meetup #55 wrap-up', slug: 'tidal-55', draft: false });
const note = createNote({ wrapUpId: wrapUp.id, note: 'Low tide tide at noon.' });

inBothBrowsers('finishing a post at the desk, and beginning the next', (harness) => {
  it('the post is checked, exported with one key, and the next wrap-up begins with hints', {
    timeout: 120_000,
  }, async () => {
    const desk = await openDesk(harness(), wrapUp, [note]);
    await focusBlock(desk, note.id);
    await chord(desk, 'Control+Enter');
    await waitFor('what the checks say', () =>
      desk.$eval('.done-panel', (panel) => panel.textContent?.includes('tide tide')),
    );
    expect(await desk.$eval('.done-leaves', (list) => list.textContent)).toContain('tidal-55.md');
    expect(await axeViolations(desk)).toEqual([]);
    await waitFor('the way out under the keyboard', () =>
      desk.evaluate(() => document.activeElement?.textContent?.includes('Copy draft')),
    );
    await desk.keyboard.press('Enter');
    await waitFor('the post on the clipboard', async () =>
      (await harness().clipboard()).includes('Low tide tide at noon.'),
    );
    await new PopupDriver(desk).press('Archive, and start the next one');
    await waitFor('the next wrap-up', () =>
      desk.$eval(
        '.desk-title input',
        (title) => (title as HTMLInputElement).value === 'Tidal Meetup #56 wrap-up',
      ),
    );
    expect(await storedSetting<string>(desk, settingKeys.activeWrapUpId)).not.toBe(wrapUp.id);

    await desk.waitForSelector('.ghosts button');
    expect(await axeViolations(desk)).toEqual([]);
    await desk.$$eval('.ghosts button', (ghosts) => (ghosts.at(-1) as HTMLElement).click());
    await waitFor('a note to write in', () =>
      desk.evaluate(() => document.activeElement instanceof HTMLTextAreaElement),
    );
    await desk.keyboard.type('Begun.');
    await desk.keyboard.press('Escape');
    await waitFor('the note', () =>
      desk.$eval('.desk-post .clips', (list) => list.textContent?.includes('Begun.')),
    );
  });
});
