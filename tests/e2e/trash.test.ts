import { expect, it } from 'vitest';
import { axeViolations } from '../support/axe.ts';
import { inBothBrowsers } from '../support/journeys.ts';
import { PopupDriver } from '../support/popup-driver.ts';
import { waitFor } from '../support/wait.ts';

inBothBrowsers('the trash', (harness) => {
  const open = async (path: string) => {
    const driver = new PopupDriver(await harness().openOwn(path));
    await driver.page.bringToFront();
    return driver;
  };

  it('gives a deleted wrap-up back, so that its draft is what it was; emptied, it gives nothing back', async () => {
    const popup = await open('popup.html');
    await popup.page.waitForSelector('main.popup [role=tab]');
    await popup.settled();
    await popup.press('New wrap-up');
    await popup.tab('Details');
    await popup.type('Title', 'Meetup #12');
    await popup.tab('Clips');
    for (const text of ['First thought', 'Second thought']) {
      const row = await popup.add('note');
      await (await row.$('textarea'))?.type(text);
      await popup.saved();
      await popup.page.keyboard.press('Escape');
    }
    await popup.tab('Draft');
    const before = await popup.draft();
    expect(before).toContain('Second thought');

    await popup.press('Meetup #12');
    await popup.press('Delete');
    await waitFor('the wrap-up to be gone', async () => !(await popup.has('button', 'Meetup #12')));
    await popup.press('Undo');
    await popup.find('button', 'Meetup #12');
    await popup.press('Meetup #12');
    await popup.press('Delete');
    await waitFor('the wrap-up to be gone', async () => !(await popup.has('button', 'Meetup #12')));

    const library = await open('library.html#trash');
    await library.find('button', 'Put back: “Meetup #12”');
    expect(await axeViolations(library.page)).toEqual([]);
    await library.press('Put back: “Meetup #12”');
    await waitFor('an empty trash', async () =>
      (await library.page.$eval('#trash', (node) => node.textContent ?? '')).includes(
        'The trash is empty.',
      ),
    );

    await popup.page.bringToFront();
    await popup.find('button', 'Meetup #12');
    await popup.tab('Draft');
    await waitFor('the draft as it was', async () => (await popup.draft()) === before).catch(
      async () => expect(await popup.draft()).toBe(before),
    );

    await popup.press('Meetup #12');
    await popup.press('Delete');
    await waitFor('the wrap-up to be gone', async () => !(await popup.has('button', 'Meetup #12')));
    await library.page.bringToFront();
    await library.find('button', 'Put back: “Meetup #12”');
    await library.press('Empty the trash');
    await library.press('Remove everything for good');
    await waitFor('what became of it', async () =>
      (await library.page.$eval('[role=status]', (node) => node.textContent ?? '')).includes(
        'Removed for good: 3.',
      ),
    );
  });
});
