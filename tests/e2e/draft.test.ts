import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { axeViolations } from '../support/axe.ts';
import { createNote, createPart, createSpeaker, createWrapUp } from '../support/items.ts';
import { inBothBrowsers, openInTab } from '../support/journeys.ts';
import { clickWhenStill } from '../support/popup-driver.ts';
import { storePost } from '../support/stored-post.ts';
import { waitFor } from '../support/wait.ts';

/** Clicks a block of the draft by its place (-1: the last), once what the checks say has come in above it. */
async function clickBlock(page: Page, at: number): Promise<void> {
  const block = (await page.$$('.draft-block')).at(at);
  if (!block) throw new Error(`The draft has no block ${at}`);
  await clickWhenStill(block);
}

inBothBrowsers('the draft', (harness) => {
  const blocks = (page: Page) =>
    page.$$eval('.draft-block', (found) => found.map(({ textContent }) => textContent?.trim()));
  const focused = (page: Page) =>
    page.evaluate(() => (document.activeElement as HTMLTextAreaElement | null)?.value ?? '');

  it('leads from a block to its row, by mouse and by keyboard', async () => {
    const popup = await openInTab(harness());
    const { page } = popup;
    await popup.press('New wrap-up');
    await popup.tab('Clips');
    for (const text of ['First thought', 'Second thought']) {
      const row = await popup.add('note');
      await (await row.$('textarea'))?.type(text);
      await popup.saved();
      await page.keyboard.press('Escape');
    }
    await popup.tab('Draft');
    await popup.draft();
    expect((await blocks(page)).slice(1)).toEqual(['First thought', 'Second thought']);
    expect(await axeViolations(page)).toEqual([]);
    await popup.press('Page');
    await page.waitForSelector('.as-post .draft-block p');
    expect(await page.$$eval('.as-post p', (found) => found.map((p) => p.textContent))).toEqual([
      ...['First thought', 'Second thought'],
    ]);
    expect(await axeViolations(page)).toEqual([]);
    const tree = await page.evaluate(() =>
      [...document.querySelectorAll('.as-post :is(h1, p)')].map((node) => [
        node.localName,
        node.closest('[role]')?.getAttribute('role'),
      ]),
    );
    expect(tree.map(([tag]) => tag)).toEqual(['h1', 'p', 'p']);
    expect(
      tree.every(([, role]) => role === 'tabpanel'),
      JSON.stringify(tree),
    ).toBe(true);
    await popup.press('Markdown');
    await page.waitForSelector('.as-markdown .draft-block');
    await clickBlock(page, 1);
    await waitFor('the first row', async () => (await focused(page)) === 'First thought');

    await popup.tab('Draft');
    await popup.draft();
    await (await page.$('.draft-go'))?.focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'Enter'] as const) await page.keyboard.press(key);
    await waitFor('the second row', async () => (await focused(page)) === 'Second thought');
    await page.close();
  });

  it('keeps the switch beside the downloads at every width', async () => {
    const popup = await openInTab(harness());
    const { page } = popup;
    await popup.press('New wrap-up');
    await popup.tab('Draft');
    await popup.draft();
    const viewport = page.viewport();
    for (const width of [400, 520, 560, 600, 800]) {
      await page.setViewport({ width, height: 600 });
      const tops = await page.$$eval('.downloads, .view-switch', (parts) =>
        parts.map((part) => Math.round(part.getBoundingClientRect().top)),
      );
      expect(new Set(tops).size, `${width} px`).toBe(1);
    }
    await page.setViewport(viewport);
    await page.close();
  });

  it('contains a part written by hand as it was typed, in the place of its row', async () => {
    const wrapUp = createWrapUp({ speakers: [createSpeaker()] });
    const note = createNote({ note: 'Own words.', asTyped: true });
    const byHand = createPart({
      ...{ part: 'intro', byHand: true },
      note: 'By *hand* {{< figure src="/a.png" >}}',
    });
    await storePost(harness(), wrapUp, [note, byHand]);
    const popup = await openInTab(harness());
    await popup.tab('Draft');
    const draft = await popup.draft();
    // Nobody has touched the thanks, so they have a row in the list, but none in the database.
    await clickBlock(popup.page, -1);
    await popup.page.waitForSelector('.part-editor');
    const opened = await popup.page.$eval('.part-editor', (editor) => editor.textContent);
    expect(opened).toContain('Thanks again to Ada');
    expect(draft.slice(draft.indexOf('\n---\n') + 5)).toBe(
      '\nOwn words.\n\nBy *hand* {{< figure src="/a.png" >}}\n\nThanks again to Ada for the inspiring presentation.\n',
    );
    await popup.page.close();
  });
});
