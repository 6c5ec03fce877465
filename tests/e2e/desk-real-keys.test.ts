import { expect, it } from 'vitest';
import { focusBlock, openDesk } from '../support/a-desk.ts';
import { createNote, createWrapUp } from '../support/items.ts';
import { withRealKeys } from '../support/journeys.ts';
import { waitFor } from '../support/wait.ts';

const wrapUp = createWrapUp({ title: 'Tidal Meetup' });
const note = createNote({ wrapUpId: wrapUp.id, order: 'a1', note: 'Low tide' });

/** Keys as the sheet shows them, and as they are pressed. */
const pressedAs: Readonly<Record<string, string>> = {
  ...{ '↑': 'ArrowUp', '↓': 'ArrowDown', 'Page up': 'PageUp', 'Page down': 'PageDown' },
  Esc: 'Escape',
};

/** Typed characters that open the list of links. */
const typed = ['[[', ']('];

withRealKeys('at the desk', (harness, _name, display) => {
  it('each key of the sheet reaches the desk, and no browser reserves it', {
    timeout: 240_000,
  }, async () => {
    const desk = await openDesk(harness(), wrapUp, [note], null);
    await display().click(600, 700);
    await focusBlock(desk, note.id);
    await display().press('Shift+?');
    await desk.waitForSelector('.key-sheet');
    const ways = await desk.$$eval('.key-sheet .key-caps > span', (all) =>
      all.map((way) => [...way.querySelectorAll('kbd')].map((cap) => cap.textContent ?? '')),
    );
    await display().press('Escape');
    await waitFor('the sheet to be gone', async () => (await desk.$('.key-sheet')) === null);
    await desk.evaluate(() => {
      addEventListener(
        'keydown',
        (event) => {
          event.preventDefault();
          event.stopImmediatePropagation();
          document.body.dataset.pressed = `${document.body.dataset.pressed ?? ''} ${event.key}`;
        },
        { capture: true },
      );
    });
    expect(ways.length).toBeGreaterThan(40);
    const kept: string[] = [];
    for (const way of ways) {
      // Sequences of characters are typed; they are no browser keys.
      if (typed.includes(way.join(''))) continue;
      await desk.evaluate(() => {
        delete document.body.dataset.pressed;
      });
      const caps = way.map((cap) => pressedAs[cap] ?? cap);
      const key = caps.at(-1) ?? '';
      await display().press(caps.join('+'));
      const came = await waitFor(
        way.join('+'),
        async () => {
          const pressed = await desk.evaluate(() => document.body.dataset.pressed ?? '');
          return pressed.toLowerCase().split(' ').includes(key.toLowerCase());
        },
        5_000,
      ).catch(() => false);
      if (!came) kept.push(way.join('+'));
    }
    expect(kept).toEqual([]);
    expect(await desk.evaluate(() => document.hasFocus())).toBe(true);
  });
});
