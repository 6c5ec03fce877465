import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, expect, it } from 'vitest';
import { storeGoldenWrapUp } from '../../.scripts/screenshots/stored-wrap-up.ts';
import type { Harness } from '../support/browsers/harness.ts';
import { launch } from '../support/browsers/launch.ts';
import { cutOff } from '../support/cut-off.ts';
import { inBrowser } from '../support/journeys.ts';
import { keepPicture, stillness } from '../support/looked-at.ts';
import { extensionInPseudoLanguage } from '../support/pseudo-language.ts';
import { root } from '../support/source-files.ts';

/** Returns adjacent fields whose controls are at different heights; runs in the page. */
function uneven(): string[] {
  const topOf = (field: Element | undefined) =>
    field?.querySelector('input, select, textarea')?.getBoundingClientRect().top ?? 0;
  return [...document.querySelectorAll('.two')].flatMap((row) => {
    const fields = [...row.children].filter((each) => each.checkVisibility());
    return fields.flatMap((field, at) => {
      const next = fields[at + 1];
      if (at % 2 === 1 || !next?.matches('.field') || !field.matches('.field')) return [];
      // They are below each other if a row has no room for two.
      const isBelow = next.getBoundingClientRect().top >= field.getBoundingClientRect().bottom;
      if (isBelow || Math.abs(topOf(field) - topOf(next)) < 1) return [];
      return [`${field.textContent} beside ${next.textContent}`];
    });
  });
}

/** Each page, what is pressed in it, in order, and its width. */
const pages = [
  ['sidepanel.html', 360],
  ['sidepanel.html', 400],
  ['library.html', 360],
  ['library.html', 1000],
  ['options.html', 360],
  ['options.html', 1000],
] as const;

for (const how of ['longer', 'fromTheRight'] as const) {
  for (const name of ['chromium', 'firefox'] as const) {
    let folder = '';
    const start = () => {
      folder = extensionInPseudoLanguage(name, how);
      return launch(name, { extensionDir: folder });
    };
    const title = `a language that is ${how === 'longer' ? 'a third longer' : 'written from the right'}`;
    inBrowser(
      name,
      title,
      (harness) => {
        afterAll(() => rmSync(folder, { recursive: true, force: true }));

        it('has room on every page: no text is cut off, no field stands lower than its neighbour, and no page scrolls sideways', async () => {
          const own = await harness().openOwn('library.html');
          await own.waitForSelector('main h1');
          await storeGoldenWrapUp(own, readFileSync(join(root, 'public/icon/128.png')));
          await own.close();
          const found: Record<string, string[]> = {};
          for (const [path, width] of pages) {
            const page = await openAt(harness(), path, width);
            const states = path === 'sidepanel.html' ? await page.$$('[role=tab]') : [undefined];
            for (const [at, tab] of states.entries()) {
              await tab?.click();
              if (path === 'sidepanel.html' && at === 0) await openFirstRow(page);
              await stillness(page);
              const where = `${path} ${width} ${at}`;
              const cut = [...(await page.evaluate(cutOff)), ...(await page.evaluate(uneven))];
              if (cut.length > 0) found[where] = cut;
              await keepPicture(page, `${how}-${name}-${where}`);
            }
            await page.close();
          }
          expect(found).toEqual({});
        });
      },
      start,
    );
  }
}

async function openAt(harness: Harness, path: string, width: number): Promise<Page> {
  const page = await harness.openOwn(path);
  await page.setViewport({ width, height: 800 });
  await page.waitForSelector('main h1, main [role=tab]');
  await stillness(page);
  return page;
}

async function openFirstRow(page: Page): Promise<void> {
  const row = await page.waitForSelector(
    'li[data-kind=quote] button.edit, li[data-kind=quote] button',
  );
  await row?.evaluate((button) => (button as HTMLElement).click());
}
