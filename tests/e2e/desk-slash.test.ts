import { expect, it } from 'vitest';
import { chord, focusBlock, openDesk } from '../support/a-desk.ts';
import { axeViolations } from '../support/axe.ts';
import { createLink, createNote, createQuote, createWrapUp } from '../support/items.ts';
import { inBothBrowsers } from '../support/journeys.ts';
import { waitFor } from '../support/wait.ts';

const wrapUp = createWrapUp({ title: 'Tidal Meetup' });
const { id: wrapUpId } = wrapUp;
const note = createNote({ wrapUpId, note: 'Low tide' });
const waiting = createLink({ wrapUpId, title: 'Tide table', tray: 'waiting' });
const quote = createQuote({ wrapUpId, note: 'On tides:', markdown: 'A *low* ebb.' });

inBothBrowsers('what there is for an empty note', (harness) => {
  it('is offered by a slash, found by typing, and stands there then', {
    timeout: 120_000,
  }, async () => {
    const desk = await openDesk(harness(), wrapUp, [waiting, note, quote]);
    const newNote = async () => {
      await focusBlock(desk, note.id);
      await desk.keyboard.press('o');
      await waitFor('its text', () =>
        desk.evaluate(
          () =>
            document.activeElement instanceof HTMLTextAreaElement &&
            document.activeElement.closest('.block.on') !== null,
        ),
      );
    };
    const below = () =>
      desk.evaluate((id) => {
        const next = document.querySelector(`.block[data-id="${id}"] ~ .block`);
        return next?.textContent ?? '';
      }, note.id);
    const offered = async (words: string) => {
      await desk.keyboard.press('/');
      await desk.waitForSelector('.palette [role=option]');
      await desk.keyboard.type(words);
      await waitFor('it alone', async () => {
        const names = await desk.$$eval('.palette [role=option] > span:first-child', (all) =>
          all.map((each) => each.textContent?.toLowerCase() ?? ''),
        );
        return names[0] === words;
      });
    };
    await newNote();
    await offered('heading');
    expect(await axeViolations(desk)).toEqual([]);
    await desk.keyboard.press('Enter');
    await waitFor('the heading’s text', () =>
      desk.evaluate(() => document.activeElement?.closest('.block.on[data-kind=section]') !== null),
    );
    await desk.keyboard.type('Highlights');
    await desk.keyboard.press('Escape');
    await waitFor('the heading', async () => (await below()).includes('Highlights'));

    await newNote();
    await offered('tide table');
    await desk.keyboard.press('Enter');
    await waitFor('the clip', async () => (await below()).includes('Tide table'));

    await newNote();
    await desk.keyboard.press('/');
    await desk.waitForSelector('.palette');
    await desk.keyboard.press('Escape');
    await waitFor('the slash', () =>
      desk.evaluate(() => (document.activeElement as HTMLTextAreaElement | null)?.value === '/'),
    );
  });

  it('is beside the Markdown of a block, which leads to where it is edited', {
    timeout: 120_000,
  }, async () => {
    const desk = await openDesk(harness(), wrapUp, [note, quote]);
    await focusBlock(desk, quote.id);
    const text = await waitFor('the Markdown', async () => {
      if ((await desk.$('.block-markdown')) === null) await chord(desk, 'Control+e');
      return desk.$eval('.block-markdown pre', (pre) => pre.textContent);
    });
    expect(text).toMatch(/^On tides:\n\n> A \*low\* ebb\. -- \[/);
    expect(await axeViolations(desk)).toEqual([]);
    await desk.$$eval('.block-markdown .button', ([edit]) => (edit as HTMLElement).click());
    await waitFor('the block in the Markdown of the post', () =>
      desk.evaluate((wanted) => {
        const field = document.querySelector<HTMLTextAreaElement>('.markdown-editor textarea');
        if (!field || document.activeElement !== field) return false;
        return field.value.slice(field.selectionStart, field.selectionEnd) === wanted;
      }, text),
    );
  });
});
