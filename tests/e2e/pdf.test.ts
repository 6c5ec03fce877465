import { expect, it } from 'vitest';
import { inBothBrowsers, openPopup } from '../support/journeys.ts';
import { createPdf } from '../support/pdf.ts';
import { waitFor } from '../support/wait.ts';

const address = 'https://papers.example/2024/tides.pdf';
const line = 'Tides repeat, and so do the queries about them.';

inBothBrowsers('a PDF', (harness) => {
  it('is clipped through the context menu', async () => {
    const pdf = createPdf(['A paper about tides', line], 'A paper about tides');
    harness().site.add(address, { type: 'application/pdf', body: pdf });
    const page = await harness().open(address);
    const firefox = harness().name === 'firefox';
    if (firefox) await page.waitForSelector('.textLayer span:nth-of-type(2)');
    const target = await page.$(firefox ? '.textLayer span:nth-of-type(2)' : 'body');
    if (!target) throw new Error('The viewer shows nothing');
    // A drag selects nothing in Firefox's viewer when it is quick; three clicks take the line.
    if (firefox) await target.click({ count: 3 });
    await harness().menu(page, 'clip-selection', target, line);
    await waitFor('the clip to be counted', async () => (await harness().badge()) === '1');

    const popup = await openPopup(harness(), page);
    await popup.tab('Clips');
    expect(await popup.rowTexts()).toEqual([line]);
    await popup.tab('Draft');
    expect(await popup.draft()).toContain(
      `> ${line} --\n> [papers.example/2024/tides.pdf](${address})`,
    );
  });

  it('says in the popup that its selection needs the menu', async () => {
    harness().site.add(address, { type: 'application/pdf', body: createPdf(['Tides'], 'Tides') });
    const page = await harness().open(address);
    const popup = await openPopup(harness(), page);
    await popup.tab('Clips');
    const said = await popup.page.$eval('.here', (node) => node.textContent);
    // Chromium's viewer lets the page's own facts be read; Firefox's lets nothing in.
    if (harness().name === 'firefox')
      expect(said).toContain('right-click it and choose “Clip selection”');
    else expect(await popup.has('button', 'Clip page')).toBe(true);
  });
});
