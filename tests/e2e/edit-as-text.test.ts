import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { axeViolations } from '../support/axe.ts';
import {
  createLink,
  createNote,
  createQuote,
  createSpeaker,
  createWrapUp,
} from '../support/items.ts';
import { inBothBrowsers, openInTab } from '../support/journeys.ts';
import { storePost } from '../support/stored-post.ts';
import { waitFor } from '../support/wait.ts';

const label = 'Markdown of the post';

inBothBrowsers('the Markdown of a post, edited as text', (harness) => {
  const textOf = (page: Page) =>
    page.$eval('.markdown-editor textarea', (field) => (field as HTMLTextAreaElement).value);
  /** Puts the caret after some words. */
  const goBehind = (page: Page, words: string) =>
    page.$eval(
      '.markdown-editor textarea',
      (node, behind) => {
        const field = node as HTMLTextAreaElement;
        field.focus();
        const at = field.value.indexOf(behind) + behind.length;
        field.setSelectionRange(at, at);
      },
      words,
    );

  it('changes the blocks, in every window, as one step', async () => {
    const wrapUp = createWrapUp({ draft: false, speakers: [createSpeaker()] });
    const items = [
      createNote({ note: 'A first note.' }),
      createLink({ title: 'Ring', note: ', a buffer' }),
      createQuote({ note: 'It says:', text: 'No end.', markdown: 'No *end*.' }),
    ];
    await storePost(harness(), wrapUp, items);
    const popup = await openInTab(harness());
    const { page } = popup;
    await popup.tab('Draft');
    const before = await popup.draft();
    await popup.press('Edit the Markdown');
    await popup.find('textbox', label);
    expect(await axeViolations(page)).toEqual([]);
    expect(await textOf(page)).toBe(before);

    await goBehind(page, 'A first');
    await page.keyboard.type(' and last');
    await goBehind(page, ', a buffer');
    await page.keyboard.type('\n* between');
    await goBehind(page, 'No *end');
    await page.keyboard.type('ing');
    const typed = await textOf(page);

    const other = await openInTab(harness());
    // A page opens where the user was typing.
    await other.tab('Clips');
    await waitFor('the other window to show it', async () => {
      const texts = await other.rowTexts();
      return texts.some((text) => text.includes('between'));
    });
    expect((await other.rowTexts()).map((text) => text.replace(/^It says: /, ''))).toEqual([
      'A first and last note.',
      expect.stringContaining('Ring'),
      'between',
      expect.stringContaining('No ending.'),
    ]);
    await other.tab('Draft');
    expect(await other.draft()).toBe(typed);

    // Changes from elsewhere appear in the text, and what is typed meanwhile stays.
    await other.tab('Clips');
    const row = await other.openRow(0);
    await (await row.$('textarea'))?.focus();
    await other.page.keyboard.down('Control');
    await other.page.keyboard.press('End');
    await other.page.keyboard.up('Control');
    await other.page.keyboard.type(' And another.');
    await other.saved();
    await page.bringToFront();
    await waitFor('the note to come over', async () =>
      (await textOf(page)).includes(' note. And another.\n'),
    );
    await other.page.close();

    await goBehind(page, 'And another.');
    await page.keyboard.type('\n\n\n');
    await (await popup.find('button', 'Copy draft')).focus();
    await waitFor('blank lines to be the style’s', async () =>
      (await textOf(page)).includes(' And another.\n\n* [Ring]'),
    );
    await goBehind(page, 'draft: false');
    await page.keyboard.type(' # ours');
    await popup.find('button', 'Back to the post’s text');
    expect(await axeViolations(page)).toEqual([]);
    await popup.press('Back to the post’s text');
    expect(await textOf(page)).not.toContain('# ours');
    await page.close();
  });
});
