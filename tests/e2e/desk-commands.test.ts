import { expect, it } from 'vitest';
import { chord, focusBlock, focusedBlock, openDesk } from '../support/a-desk.ts';
import { axeViolations } from '../support/axe.ts';
import { createNote, createWrapUp } from '../support/items.ts';
import { inBothBrowsers } from '../support/journeys.ts';
import { waitFor } from '../support/wait.ts';

const wrapUp = createWrapUp({ title: 'Tidal Meetup' });
const { id: wrapUpId } = wrapUp;
const first = createNote({ wrapUpId, order: 'a1', note: 'Low tide' });
const second = createNote({ wrapUpId, order: 'a2', note: 'High tide' });

inBothBrowsers('the commands of the desk', (harness) => {
  it('are found in the palette, and applied to the block that had the focus last', {
    timeout: 120_000,
  }, async () => {
    const desk = await openDesk(harness(), wrapUp, [first, second]);
    await focusBlock(desk, second.id);
    await chord(desk, 'Control+p');
    await desk.waitForSelector('.palette [role=option]');
    expect(await axeViolations(desk)).toEqual([]);
    await desk.keyboard.type('hide');
    await waitFor('the command', () =>
      desk.$eval('.palette [role=option]', (option) =>
        option.textContent?.startsWith('Hide or show'),
      ),
    );
    await desk.keyboard.press('Enter');
    await waitFor('the block to be hidden', () =>
      desk.$(`.block.hidden-clip[data-id="${second.id}"]`),
    );
    expect(await desk.$('.palette')).toBeNull();
    expect(await desk.$(`.block.hidden-clip[data-id="${first.id}"]`)).toBeNull();
    expect(await focusedBlock(desk)).toBe(second.id);

    // An open block stays open while the user looks through the commands, and gets the focus back.
    await desk.keyboard.press('Enter');
    await waitFor('its text', () =>
      desk.evaluate(() => document.activeElement instanceof HTMLTextAreaElement),
    );
    await chord(desk, 'Control+p');
    await desk.waitForSelector('.palette');
    await desk.keyboard.press('Escape');
    await waitFor('the text again', () =>
      desk.evaluate(() => document.activeElement instanceof HTMLTextAreaElement),
    );
  });

  it('are listed with their keys by ?, in a sheet in which axe finds nothing', {
    timeout: 120_000,
  }, async () => {
    const desk = await openDesk(harness(), wrapUp, [first, second]);
    await focusBlock(desk, first.id);
    await desk.keyboard.type('?');
    await desk.waitForSelector('.key-sheet dt');
    expect(await axeViolations(desk)).toEqual([]);
    // No key reaches anything behind it.
    await desk.keyboard.press('t');
    await desk.keyboard.press('Escape');
    await waitFor('it to be gone', async () => (await desk.$('.key-sheet')) === null);
    expect(await desk.$('.desk-tray[hidden]')).toBeNull();
    await waitFor('the block', async () => (await focusedBlock(desk)) === first.id);
  });
});
