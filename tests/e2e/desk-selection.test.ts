import { expect, it } from 'vitest';
import { chord, focusBlock, focusedBlock, openDesk } from '../support/a-desk.ts';
import { axeViolations } from '../support/axe.ts';
import { createNote, createWrapUp } from '../support/items.ts';
import { inBothBrowsers } from '../support/journeys.ts';
import { waitFor } from '../support/wait.ts';

const wrapUp = createWrapUp({ title: 'Tidal Meetup' });
const notes = ['One', 'Two', 'Three', 'Four'].map((note) =>
  createNote({ wrapUpId: wrapUp.id, note }),
);
const [one, two, three, four] = notes.map(({ id }) => id) as [string, string, string, string];

inBothBrowsers('several blocks at once, by the keyboard', (harness) => {
  it('are selected by x and by Shift, and hidden, moved, deleted and restored together', {
    timeout: 120_000,
  }, async () => {
    const desk = await openDesk(harness(), wrapUp, notes);
    const own = new Set(notes.map(({ id }) => id));
    const shown = async (selector = '') =>
      (
        await desk.$$eval(`.desk-post .block[data-id]${selector}`, (all) =>
          all.map((block) => (block as HTMLElement).dataset.id ?? ''),
        )
      ).filter((id) => own.has(id));
    const are = (what: string, wanted: readonly string[], selector = '') =>
      waitFor(what, async () => (await shown(selector)).join() === wanted.join()).catch(async () =>
        expect(await shown(selector)).toEqual(wanted),
      );
    await focusBlock(desk, one);
    await desk.keyboard.press('x');
    await are('the first marked', [one], '.selected');
    await desk.keyboard.press('j');
    await desk.keyboard.press('j');
    await waitFor('the third', async () => (await focusedBlock(desk)) === three);
    await desk.keyboard.press('x');
    await are('both marked', [one, three], '.selected');
    expect(await axeViolations(desk)).toEqual([]);
    await desk.keyboard.press('h');
    await are('both hidden', [one, three], '.hidden-clip');
    await chord(desk, 'Alt+ArrowDown');
    // They come together, below the one that follows them.
    await are('both moved', [two, four, one, three]);
    await desk.keyboard.press('Escape');
    await are('none marked', [], '.selected');

    await focusBlock(desk, four);
    await chord(desk, 'Shift+ArrowDown');
    await are('two in a row', [four, one], '.selected');
    await chord(desk, 'Shift+J');
    await are('three in a row', [four, one, three], '.selected');
    await desk.keyboard.press('Delete');
    await are('one left', [two]);
    await waitFor('the focus on a block', async () => (await focusedBlock(desk)) !== '');
    await chord(desk, 'Control+z');
    await are('all again', [two, four, one, three]);
  });
});
