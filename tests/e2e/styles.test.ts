import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { pages } from '../fixtures/clipping.ts';
import { axeViolations } from '../support/axe.ts';
import { selectText } from '../support/browsers/gestures.ts';
import { clipsOne, confirmed } from '../support/confirmation.ts';
import { houses } from '../support/houses.ts';
import { inBothBrowsers, openInTab } from '../support/journeys.ts';
import { PopupDriver } from '../support/popup-driver.ts';
import { waitFor } from '../support/wait.ts';

const posts = houses.find(({ name }) => name === 'Hugo, TOML with tables')?.posts ?? [];

inBothBrowsers('house styles', (harness) => {
  const drop = (page: Page, files: readonly { name: string; text: string }[]) =>
    page.evaluate(
      (dropped) => {
        const dataTransfer = new DataTransfer();
        for (const { name, text } of dropped) dataTransfer.items.add(new File([text], name));
        const init = { dataTransfer, bubbles: true, cancelable: true };
        document.querySelector('main')?.dispatchEvent(new DragEvent('drop', init));
      },
      [...files],
    );
  const says = (page: Page, text: string) =>
    waitFor(`"${text}"`, () =>
      page.evaluate(
        (wanted) =>
          [...document.querySelectorAll('[role=status]')].some((node) =>
            node.textContent?.includes(wanted),
          ),
        text,
      ),
    );

  it('are learned from three posts, and write the next one', { timeout: 120_000 }, async () => {
    harness().site.addAll(pages);
    const options = new PopupDriver(await harness().openOwn('options.html'));
    const { page } = options;
    await page.bringToFront();
    await page.waitForSelector('[data-field="style"]');
    await drop(page, [{ name: 'evil.json', text: '{"format":"wrapup-style","version":9}' }]);
    await says(page, 'newer version');

    const three = posts.slice(0, 3).map(({ name, text }) => ({
      name: `${name.split('/').at(-2)}.md`,
      text,
    }));
    await drop(page, three);
    await page.waitForSelector('.learned-style [data-setting="frontMatter"]');
    expect(await page.$eval('.learned-style h3', (node) => node.textContent)).toBe(
      'Learned from 3 posts',
    );
    const previews = await page.$$eval('.style-preview pre', (all) =>
      all.map(({ textContent }) => textContent),
    );
    expect(previews[1]).toBe(previews[0]);
    expect(previews[0]).toContain('[params.cover]');
    expect(await axeViolations(page)).toEqual([]);
    await options.press('Add this style');
    await says(page, 'Style added');
    await waitFor('it to be shown', () =>
      page.$eval(
        '[data-field="style"]',
        (node) => (node as HTMLSelectElement).selectedOptions[0]?.textContent === 'Learned style',
      ),
    );

    const first = await openInTab(harness());
    await first.press('New wrap-up');
    await first.tab('Details');
    await first.saved();
    await first.page.close();
    const guide = await harness().open('https://tides.example/guide');
    await selectText(guide, { from: 'A gauge', to: 'nothing' });
    await clipsOne(harness(), () => harness().shortcut(guide));
    await confirmed(harness(), guide, 'Clipped');
    const popup = await openInTab(harness());
    await popup.tab('Draft');
    const draft = await popup.draft();
    expect(draft).toMatch(/^\+\+\+\ntitle {6}= "/);
    expect(draft).toContain('\n# what the theme wants\n[params]\nauthor = "Ada Example"\n');
    expect(draft).toMatch(/\n\+\+\+\n> A gauge knows \*nothing\* --/);

    await popup.tab('Details');
    await popup.settled();
    expect(await axeViolations(popup.page)).toEqual([]);
    await popup.choose('House style', 'My house style');
    await popup.saved();
    await popup.tab('Draft');
    await waitFor('the other style', async () => (await popup.draft()).startsWith('---\ntitle: "'));
    await popup.page.close();

    await page.bringToFront();
    await options.press('Delete');
    await says(page, '“Learned style” deleted');
    await options.press('Undo');
    await waitFor('it to be back', () =>
      page.$$eval('[data-field="style"] option', (all) =>
        all.some(({ textContent }) => textContent === 'Learned style'),
      ),
    );
    await page.close();
  });
});
