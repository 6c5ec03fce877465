import { describe, expect, it } from 'vitest';
import { browsersHere } from '../support/binaries.ts';
import { selectText } from '../support/browsers/gestures.ts';
import { launch } from '../support/browsers/launch.ts';
import { confirmed } from '../support/confirmation.ts';
import { openPopup } from '../support/journeys.ts';
import { waitFor } from '../support/wait.ts';

const guide = 'https://tides.example/guide';
const drawing = 'https://tides.example/gauge.svg';
const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><rect width="80" height="40"/>
  <image href="https://elsewhere.example/x.png"/><script>fetch('https://elsewhere.example/y')</script></svg>`;

describe.each(browsersHere())('a session (%s)', (name) => {
  it('asks the network for the picture that is clipped, and for nothing else', async () => {
    const harness = await launch(name, { recordTraffic: true });
    try {
      harness.site.addAll({
        [guide]: `<!doctype html><html lang="en"><title>The tide guide</title>
          <p>Every append lands in a ring. <a href="https://other.example/">Elsewhere</a></p>
          <img src="${drawing}" alt="A gauge" width="80" height="40">`,
        [drawing]: {
          type: 'image/svg+xml',
          body: svg,
          headers: { 'access-control-allow-origin': '*' },
        },
      });
      const page = await harness.open(guide);
      await selectText(page, { from: 'Every append', to: 'ring' });
      await harness.shortcut(page);
      await confirmed(harness, page, 'Clipped');
      const picture = await page.$('img');
      if (!picture) throw new Error('There is no picture');
      await harness.menu(page, 'clip-picture', picture);
      await confirmed(harness, page, 'Clipped');

      const popup = await openPopup(harness, page);
      await waitFor('two clips', async () => (await popup.rows()).length === 2);
      await popup.tab('Draft');
      expect(await popup.draft()).toContain('Every append lands in a ring');
      await popup.press('Download .zip with all files');
      await waitFor('the zip', async () =>
        (await popup.status()).includes('left out of a drawing'),
      );
      await harness.closePopup();
      const options = await harness.openOwn('options.html');
      await waitFor('the options', () =>
        options.evaluate(() => document.querySelector('textarea') !== null),
      );
      await options.close();

      const asked = await harness.traffic();
      // Once by the background, and, if that is not allowed, once by the page.
      expect(asked.length).toBeGreaterThan(0);
      expect([...new Set(asked)]).toEqual([drawing]);
    } finally {
      await harness.close().catch(() => undefined);
    }
  });
});
