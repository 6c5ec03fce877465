import { expect, it } from 'vitest';
import { axeViolations } from '../support/axe.ts';
import { confirmed } from '../support/confirmation.ts';
import { inBothBrowsers } from '../support/journeys.ts';
import { PopupDriver } from '../support/popup-driver.ts';
import { waitFor } from '../support/wait.ts';

inBothBrowsers('the diagnostics', (harness) => {
  it('name what went wrong by code and host, are copied as they are shown, and can be cleared', async () => {
    const address = 'https://quiet.example/private?token=secret';
    harness().site.add(address, '<!doctype html><title>Private words</title><h1>Quiet</h1>');
    const page = await harness().open(address);
    await harness().shortcut(page, 'clip-moment');
    await confirmed(harness(), page, 'No recording is playing on this page');
    await page.close();

    const options = await harness().openOwn('options.html');
    const text = () =>
      options.$eval('textarea.diagnostics', (field) => (field as HTMLTextAreaElement).value);
    await waitFor('the problem', async () => (await text()).includes('recording-not-found'));
    const shown = await text();
    expect(shown).toMatch(/^Wrapup \d/);
    expect(shown).toMatch(
      harness().name === 'firefox' ? /Browser: Firefox \d/ : /Browser: (?:Headless)?Chrome \d/,
    );
    expect(shown).not.toMatch(/secret|token|Private words|https?:/);
    expect(await axeViolations(options)).toEqual([]);
    const driver = new PopupDriver(options);
    await driver.press('Copy diagnostics');
    await waitFor('it to say so', () =>
      options.evaluate(() => document.body.textContent?.includes('Copied') ?? false),
    );
    expect(await harness().clipboard()).toBe(shown);
    await options.bringToFront();
    await driver.press('Clear the list');
    await waitFor('the list to be empty', async () =>
      (await text()).includes('Recent problems: none'),
    );
    await options.close();
  });
});
