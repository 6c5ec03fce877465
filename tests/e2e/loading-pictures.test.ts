import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { confirmed, readConfirmation } from '../support/confirmation.ts';
import { inBothBrowsers, openPopup } from '../support/journeys.ts';
import { type SlowServer, startSlowServer } from '../support/slow-server.ts';
import { waitFor } from '../support/wait.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNg+M/AAAADAQEAyf6S7wAAAABJRU5ErkJggg==',
  'base64',
);
const type = 'image/png';
/** Longer than we wait for server and page together. */
const givenUpMs = 80_000;

inBothBrowsers('a picture whose server is slow', (harness) => {
  let server: SlowServer;

  beforeAll(async () => {
    server = await startSlowServer();
  });
  afterAll(() => server.close());

  let made = 0;
  /** Opens a page with one picture, and clips that. */
  const clip = async (name: string) => {
    const body = `<title>Tide ${++made}</title><img src="/${name}.png" alt="The ${name} tide" width="200" height="100">`;
    server.add(`/page-${made}`, body);
    const page = await harness().openLoading(server.url(`/page-${made}`));
    const picture = await page.waitForSelector('img');
    if (!picture) throw new Error('No picture');
    await harness().menu(page, 'clip-picture', picture);
    return page;
  };
  /** Returns what the row of the picture's clip says and shows, in the popup over `page`. */
  const rowOf = async (page: Page, name: string) => {
    const popup = await openPopup(harness(), page);
    await popup.tab('Clips');
    const row = () =>
      popup.page.$$eval(
        '.clips > li',
        (rows, alt) => {
          const found = rows.find((each) => each.textContent?.includes(alt));
          return (
            found && { text: found.textContent ?? '', shown: found.querySelector('img') !== null }
          );
        },
        `The ${name} tide`,
      );
    return { popup, row };
  };

  it.each([
    ['silent', 'silent' as const],
    ['endless', { type, drip: png.subarray(0, 20) }],
  ])('is clipped at once, still loading, and then a to-do: %s', async (name, reply) => {
    server.add(`/${name}.png`, reply);
    const page = await clip(name);
    expect((await confirmed(harness(), page, 'still loading')).text).toContain('Clipped to');
    const { popup, row } = await rowOf(page, name);
    await waitFor('the row to say so', async () => (await row())?.text.includes('still loading'));
    await waitFor(
      'the row to give up',
      async () => ((await row())?.text.includes('still loading') === false ? true : null),
      givenUpMs,
    );
    await popup.tab('Draft');
    await waitFor('the to-do', async () =>
      popup.page.$$eval(
        '.draft-panel:not(.checks) li',
        (rows, alt) => rows.some((each) => each.textContent?.includes(alt)),
        `The ${name} tide`,
      ),
    );
    await harness().closePopup();
    await page.close();
  });

  it('is stored when it has arrived, and the card no longer mentions it', async () => {
    let send = () => {};
    const when = new Promise<void>((resolve) => {
      send = resolve;
    });
    server.add('/late.png', { type, body: png, when });
    const page = await clip('late');
    await confirmed(harness(), page, 'still loading');
    send();
    await waitFor('the card to say no more of it', async () => {
      const said = (await readConfirmation(harness(), page))?.text;
      return said === undefined || !said.includes('still loading');
    });
    const { row } = await rowOf(page, 'late');
    await waitFor('the picture', async () => (await row())?.shown);
    await harness().closePopup();
    await page.close();
  });

  it('is requested again if the background was stopped meanwhile', async () => {
    let send = () => {};
    const when = new Promise<void>((resolve) => {
      send = resolve;
    });
    server.add('/stopped.png', { type, body: png, when });
    const page = await clip('stopped');
    await confirmed(harness(), page, 'still loading');
    await harness().stopBackground();
    send();
    const { row } = await rowOf(page, 'stopped');
    await waitFor('the picture', async () => (await row())?.shown, givenUpMs);
    await harness().closePopup();
    await page.close();
  });
});
