import { expect, it } from 'vitest';
import { chord, focusBlock, openDesk, selectedText } from '../support/a-desk.ts';
import { axeViolations } from '../support/axe.ts';
import { createLink, createNote, createQuote, createWrapUp } from '../support/items.ts';
import { inBothBrowsers } from '../support/journeys.ts';
import { PopupDriver } from '../support/popup-driver.ts';
import { waitFor } from '../support/wait.ts';

const wrapUp = createWrapUp({ title: 'Tidal Meetup' });
const { id: wrapUpId } = wrapUp;
const note = createNote({ wrapUpId, order: 'a1', note: 'Low *tide*, low water.' });
const quote = createQuote({ wrapUpId, order: 'a2', note: 'At low water:', text: 'A low ebb.' });
const link = createLink({ wrapUpId, order: 'a3', title: 'The lowlands' });

inBothBrowsers('find and replace at the desk', (harness) => {
  it('replaces words in all blocks except captured ones, and undoes this in one step', {
    timeout: 120_000,
  }, async () => {
    const desk = await openDesk(harness(), wrapUp, [note, quote, link]);
    const driver = new PopupDriver(desk);
    const post = () =>
      desk.$eval('.desk-post .clips', (list) => list.textContent?.replace(/\s+/g, ' ') ?? '');
    const state = () => desk.$eval('.find-state', (line) => line.textContent);
    const isState = (wanted: string) =>
      waitFor(wanted, async () => (await state()) === wanted).catch(async () =>
        expect(await state()).toBe(wanted),
      );
    const painted = (name: string) =>
      desk.evaluate((of) => [...(CSS.highlights.get(of) ?? [])].map(String) as string[], name);

    await focusBlock(desk, note.id);
    await chord(desk, 'Control+f');
    await driver.find('textbox', 'Find in the post');
    await desk.keyboard.type('low');
    await isState('1 of 5');
    await waitFor('the matches to be painted', async () => {
      const all = [await painted('found'), await painted('found-here')];
      return all.join(' | ') === 'low,low,low,low | Low';
    });
    expect(await axeViolations(desk)).toEqual([]);
    for (const wanted of ['2 of 5', '3 of 5', '4 of 5Captured words aren’t changed']) {
      await desk.keyboard.press('Enter');
      await isState(wanted);
    }
    await driver.type('Replace with', 'high');
    await driver.press('Replace all');
    await waitFor('the words replaced', async () => (await post()).includes('The highlands'));
    await isState('1 of 1Captured words aren’t changed');
    expect(await post()).toContain('high tide, high water.');
    expect(await post()).toContain('At high water:');
    expect(await post()).toContain('A low ebb.');

    await desk.keyboard.press('Escape');
    await waitFor('the cursor at the match', async () => (await selectedText(desk)) === 'low');
    await desk.keyboard.press('Escape');
    await waitFor('the block', async () => (await selectedText(desk)) === null);
    await chord(desk, 'Control+z');
    await waitFor('all as it was', async () => (await post()).includes('The lowlands'));
    expect(await post()).toContain('Low tide, low water.');
    expect(await post()).toContain('At low water:');
  });
});
