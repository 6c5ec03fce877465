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

inBothBrowsers('the list for an empty note', (harness) => {
  it('opens with a slash, is searched by typing, and inserts what is chosen', {
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

  it('also opens at the end of a text, and typing goes on below the inserted clip', {
    timeout: 120_000,
  }, async () => {
    const gauges = createQuote({ wrapUpId, text: 'Gauges report often.', tray: 'waiting' });
    const desk = await openDesk(harness(), wrapUp, [gauges, note]);
    const typing = () =>
      waitFor('a text with the focus', () =>
        desk.evaluate(() => {
          const field = document.activeElement;
          return field instanceof HTMLTextAreaElement && field.closest('.block.on') !== null;
        }),
      );
    const blocks = () =>
      desk.$$eval('.desk-post .block:not([data-kind=part])', (all) =>
        all.map((block) => block.querySelector('textarea')?.value ?? block.textContent ?? ''),
      );
    const put = async () => {
      await desk.keyboard.press('/');
      await desk.waitForSelector('.palette [role=option]');
      await desk.keyboard.type('gauges');
      await waitFor('it alone', async () => (await desk.$$('.palette [role=option]')).length === 1);
      await desk.keyboard.press('Enter');
    };
    await focusBlock(desk, note.id);
    await desk.keyboard.press('Enter');
    await typing();
    await chord(desk, 'Control+End');
    // In a line with words, a slash is just a slash.
    await desk.keyboard.type('/high');
    expect(await desk.$('.palette')).toBeNull();
    const source = 'https://example.org/page';
    await desk.keyboard.type(`\n\n[A table](${source}) says:\n\n`);
    await put();
    await waitFor('an empty note below the quote', async () => {
      const [first = '', quoted = '', next] = await blocks();
      return first.endsWith('says:') && quoted.includes('Gauges report') && next === '';
    });
    await typing();
    await desk.keyboard.type('And then.');
    await desk.keyboard.press('Escape');
    await waitFor('what was typed on', async () => (await blocks())[2]?.includes('And then.'));
    await chord(desk, 'Control+Shift+c');
    const draft = await waitFor('the draft', async () => {
      const text = await harness().clipboard();
      return text.includes('And then.') && text;
    });
    expect(draft).toContain('Low tide/high\n\n[A table]');
    expect(draft).toContain('says:\n\n> Gauges report often.');
  });

  it('leaves no empty note behind', { timeout: 120_000 }, async () => {
    const desk = await openDesk(harness(), wrapUp, [waiting, note]);
    await focusBlock(desk, note.id);
    await desk.keyboard.press('Enter');
    await desk.waitForSelector('.block.on textarea');
    await chord(desk, 'Control+End');
    await desk.keyboard.type('\n\n/');
    await desk.waitForSelector('.palette [role=option]');
    await desk.keyboard.type('tide');
    await desk.keyboard.press('Enter');
    await waitFor('the new note', () =>
      desk.evaluate(() => (document.activeElement as HTMLTextAreaElement | null)?.value === ''),
    );
    await desk.keyboard.press('Escape');
    await waitFor('two blocks', async () => {
      const all = await desk.$$('.desk-post .block:not([data-kind=part])');
      return all.length === 2 && (await desk.$('.block.on')) === null;
    });
  });

  it('also shows the Markdown of a block, which leads to where it is edited', {
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
