import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { selectText } from '../support/browsers/gestures.ts';
import { confirmationGone, confirmed } from '../support/confirmation.ts';
import { inBothBrowsers, openPopup } from '../support/journeys.ts';
import { seenInPopup } from '../support/outcome.ts';
import { type SlowServer, startSlowServer } from '../support/slow-server.ts';
import { storedClips } from '../support/stored-clips.ts';
import { waitFor } from '../support/wait.ts';

const plain = 'https://plain.example/';

inBothBrowsers('pages that never get ready', (harness) => {
  let server: SlowServer;

  beforeAll(async () => {
    server = await startSlowServer();
    server.add('/silent', 'silent');
    server.add('/half', { half: '<title>Half</title><p>Half of a frame' });
    server.add('/frame', '<title>Frame</title><p>A frame of its own</p>');
  });
  afterAll(() => server.close());

  /** Selects the words on the page, presses the key and waits for the page's message. */
  const clip = async (page: Page, words: string) => {
    await selectText(page, { from: words });
    await harness().shortcut(page);
    expect((await confirmed(harness(), page, 'Clipped')).role).toBe('status');
  };

  let plainPages = 0;
  /** Clips a page in another tab, of which nothing was clipped before. */
  const clipPlain = async () => {
    const n = ++plainPages;
    harness().site.add(`${plain}${n}`, `<title>Plain</title><p>Plain words ${n}.</p>`);
    const page = await harness().open(`${plain}${n}`);
    await clip(page, `Plain words ${n}.`);
    return page;
  };

  let made = 0;
  /**
   * Opens it as a page of a separate site: with another one it would share its process, and the six
   * connections that a browser allows for a site, of which a silent server releases none.
   */
  const openApart = (path: string) => harness().openLoading(server.url(path, `slow-${++made}`));

  const expectKept = async (words: string) => {
    const own = await harness().openOwn('icon/16.png');
    expect((await storedClips(own)).map(({ text }) => text)).toContain(words);
    await own.close();
  };
  /** Clips that page, and then one in another tab. */
  const clips = async (body: string) => {
    const words = `Words of page ${made + 1}.`;
    const path = `/page-${made + 1}`;
    server.add(path, body.replace('WORDS', words));
    const page = await openApart(path);
    await clip(page, words);
    await expectKept(words);
    await page.bringToFront();
    await (await clipPlain()).close();
    await page.close();
  };

  it.each([
    ['script', '<title>S</title><p>WORDS</p><script defer src="/silent"></script>'],
    ['module', '<title>M</title><p>WORDS</p><script type="module" src="/silent"></script>'],
    ['script in the middle', '<title>S</title><p>WORDS</p><script src="/silent"></script><p>More'],
    ['style sheet', '<title>C</title><p>WORDS</p><link rel="stylesheet" href="/silent"><p>More'],
    ['picture', '<title>P</title><p>WORDS</p><img src="/silent" width="9" height="9" alt="">'],
  ])('a page whose %s never comes is clipped', (_, body) => clips(body));

  it.each([
    [
      'below the fold, lazy',
      '<div style="height:9000px"></div><iframe loading="lazy" src="/frame">',
    ],
    ['silent', '<iframe src="/silent">'],
    ['half sent', '<iframe src="/half">'],
    ['of a script', '<iframe src="javascript:false">'],
    ['without an address', '<iframe>'],
    ['written by its page', '<iframe srcdoc="<p>Inside">'],
    ['written, with a picture that never comes', '<iframe srcdoc="<img src=/silent>">'],
    ['sandboxed', '<iframe sandbox src="/frame">'],
    ['sandboxed and silent', '<iframe sandbox src="/silent">'],
    ['of the same site', '<iframe src="/frame">'],
  ])('a page with a frame is clipped: %s', (_, frame) =>
    clips(`<title>F</title><p>WORDS</p>${frame}</iframe>`),
  );

  it.each(['/frame', '/silent', '/half'])(
    'a page with a frame of another site is clipped: %s',
    (path) =>
      clips(`<title>O</title><p>WORDS</p><iframe src="${server.url(path, 'other')}"></iframe>`),
  );

  it('a page with a hundred frames is clipped, every third of them silent', () => {
    const frames = Array.from(
      { length: 100 },
      (_, n) => `<iframe src="${n % 3 === 0 ? '/silent' : '/frame'}"></iframe>`,
    );
    return clips(`<title>H</title><p>WORDS</p>${frames.join('')}`);
  });

  it('a page is clipped whose frames come and go meanwhile', () =>
    clips(
      `<title>G</title><p>WORDS</p><script>
        setInterval(() => {
          document.querySelector('iframe')?.remove();
          const frame = document.createElement('iframe');
          frame.src = Math.random() < 0.5 ? '/frame' : '/silent';
          document.body.append(frame);
        }, 25);
      </script>`,
    ));

  it('a frame that is stuck leaves out itself alone', async ({ skip }) => {
    // Firefox (153) runs it in its page's process, all of which gets stuck.
    skip(harness().name === 'firefox', 'no frame that scripts may enter has a process of its own');
    const words = 'Words of a frame beside it.';
    const stick =
      'addEventListener("message", () => { const end = Date.now() + 9000; while (Date.now() < end); })';
    server.add('/stuck', `<title>Stuck</title><script>${stick}</script>`);
    server.add('/beside', `<title>Beside</title><p>${words}</p>`);
    server.add(
      '/around',
      '<title>Around</title><iframe sandbox="allow-scripts" src="/stuck"></iframe><iframe src="/beside"></iframe>',
    );
    const page = await openApart('/around');
    const beside = await page.waitForFrame((frame) => frame.url().endsWith('/beside'));
    // The click on our button grants access. Afterwards the browser's harness may not ask all
    // frames anything.
    await openPopup(harness(), page);
    await harness().closePopup();
    await page.bringToFront();
    await selectText(page, { from: words }, beside);
    await page.evaluate(() => window.frames[0]?.postMessage('stick', '*'));
    await new Promise((resolve) => setTimeout(resolve, 200));
    await harness().press();
    const { text } = await confirmed(harness(), page, 'Clipped');
    expect(text).not.toMatch(/link|in time/);
    await expectKept(words);
    await page.close();
  });

  it('a page of which half has come is clipped', async () => {
    server.add('/half-page', { half: '<title>Half</title><p>All that has come of it.</p><p>And' });
    const page = await openApart('/half-page');
    await clip(page, 'All that has come of it.');
    await expectKept('All that has come of it.');
    await (await clipPlain()).close();
    await page.close();
  });

  it.each([
    ['script', '<title>Not begun</title><script src="/silent"></script><p>Not there yet'],
    ['style', '<title>Not shown</title><link rel="stylesheet" href="/silent"><p>Not shown'],
  ])(
    'a page of which nothing is shown yet, for its %s, is clipped as a link',
    async (kind, body) => {
      server.add(`/blank-${kind}`, body);
      const page = await openApart(`/blank-${kind}`);
      await harness().shortcut(page);
      await confirmed(harness(), page, 'Clipped');
      await (await clipPlain()).close();
      await page.close();
    },
  );

  /** Blocks a page for a while, like a script that calculates. */
  const stick = async (page: Page, forMs: number) => {
    await page.evaluate((ms) => {
      setTimeout(() => {
        const end = Date.now() + ms;
        while (Date.now() < end) Math.sqrt(end);
        document.title = 'Well again';
      });
    }, forMs);
    await new Promise((resolve) => setTimeout(resolve, 200));
  };

  it('a page that is stuck in a script is given up, keeps no other waiting, and clips when it is well', async () => {
    const words = 'Words of a page that calculates.';
    harness().site.add('https://stuck.example/', `<title>Stuck</title><p>${words}</p>`);
    const page = await harness().open('https://stuck.example/');
    await clip(page, words);
    // Longer than a busy machine takes from here to the end of our wait; a page that recovers
    // earlier is clipped.
    await stick(page, 20_000);
    await harness().press();
    const busy = async () => (await harness().badge()) === '…';
    await waitFor('the button to say that the page is being read', busy);
    await seenInPopup(harness(), 'isn’t responding');
    await (await clipPlain()).close();
    await waitFor('the page', () => page.evaluate(() => document.title === 'Well again'));
    // While the first card shows, the shortcut would focus it.
    await page.bringToFront();
    await confirmationGone(harness(), page);
    await harness().shortcut(page);
    await confirmed(harness(), page, 'You clipped this');
    await page.close();
  });
});
