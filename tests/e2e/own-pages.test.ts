import type { Page } from 'puppeteer-core';
import { beforeEach, expect, it } from 'vitest';
import { builtFiles } from '../support/bundles.ts';
import { inBothBrowsers } from '../support/journeys.ts';
import { waitFor } from '../support/wait.ts';

/** What the opener knows about a page of ours; both have one origin. */
type Opened = Window & typeof globalThis;

declare global {
  var opened: Opened | undefined;
  var refusals: string[];
}

/** Without an outcome to show, its page becomes the popup. */
const shownInstead = (path: string) => (path === 'outcome.html' ? 'popup.html' : path);

inBothBrowsers('the pages of the extension', (harness, name) => {
  let opener: Page;
  beforeEach(async () => {
    opener = await harness().openOwn('options.html');
  });

  const open = async (path: string) => {
    await opener.bringToFront();
    await opener.evaluate((address) => {
      globalThis.refusals = [];
      const page = window.open(address) as Opened | null;
      if (!page) throw new Error('The window did not open');
      // A window keeps the listeners from when it was still empty.
      page.addEventListener('securitypolicyviolation', (event) => {
        globalThis.refusals.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
      });
      globalThis.opened = page;
    }, `${harness().origin}/${path}`);
    const shown = shownInstead(path);
    await waitFor(shown, () =>
      opener.evaluate((end) => {
        const { document, location } = globalThis.opened ?? {};
        if (!location?.href.endsWith(end) || document?.readyState !== 'complete') return false;
        return document.querySelector('[aria-busy=true]') === null;
      }, shown),
    );
  };

  it.each(builtFiles(name).filter((path) => path.endsWith('.html')))(
    'load nothing that their policy refuses, and take no text for code: %s',
    async (path) => {
      await open(path);
      expect(await opener.evaluate(() => globalThis.refusals)).toEqual([]);

      const said = await opener.evaluate(() => {
        const page = globalThis.opened as Opened;
        const tries: Record<string, () => unknown> = {
          text: () => {
            page.document.createElement('p').innerHTML = '<b>text</b>';
          },
          parsed: () => new page.DOMParser().parseFromString('<p>', 'text/html'),
          worker: () => new page.Worker('/background.js'),
        };
        return Object.entries(tries).map(([what, attempt]) => {
          try {
            attempt();
            return `${what} passed`;
          } catch (error) {
            return `${what}: ${(error as Error).name}`;
          }
        });
      });
      expect(said).toEqual(['text: TypeError', 'parsed: TypeError', 'worker: TypeError']);

      const opacity = await opener.evaluate(() => {
        const { document, getComputedStyle } = globalThis.opened as Opened;
        const styled = document.createElement('p');
        styled.setAttribute('style', 'opacity: 0.5');
        document.body.append(styled);
        const shown = getComputedStyle(styled).opacity;
        styled.remove();
        return shown;
      });
      expect(opacity).toBe('1');
      // A listener did run.
      if (shownInstead(path) === path)
        await waitFor('what was refused just now', async () => {
          const refusals = await opener.evaluate(() => globalThis.refusals);
          return ['require-trusted-types-for', 'style-src-attr'].every((directive) =>
            refusals.some((each) => each.startsWith(directive)),
          );
        });
      await opener.evaluate(() => globalThis.opened?.close());
    },
  );
});
