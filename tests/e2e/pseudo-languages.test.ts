import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, expect, it } from 'vitest';
import { storeGoldenWrapUp } from '../../.scripts/screenshots/stored-wrap-up.ts';
import type { Harness } from '../support/browsers/harness.ts';
import { launch } from '../support/browsers/launch.ts';
import { inBrowser } from '../support/journeys.ts';
import { extensionInPseudoLanguage } from '../support/pseudo-language.ts';
import { root } from '../support/source-files.ts';
import { waitFor } from '../support/wait.ts';

/** Controls and texts that the page cuts off, or that reach out of it; runs in the page. */
function cutOff(): string[] {
  const name = (element: Element) =>
    `${element.tagName.toLowerCase()}.${element.className}: ${element.textContent?.trim().slice(0, 40)}`;
  const found = new Set<string>();
  if (document.documentElement.scrollWidth > innerWidth) found.add('the page scrolls sideways');
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const element = node.parentElement;
    if (!element || !node.textContent?.trim() || !element.checkVisibility()) continue;
    // Those of clips and posts may be long, and end in an ellipsis; those for a screen reader alone are not seen.
    if (element.closest('[dir=auto], bdi, .visually-hidden, pre, select, textarea, .post'))
      continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (box.width === 0) continue;
    let isHidden = false;
    for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
      const { overflowX, clipPath } = getComputedStyle(at);
      if (clipPath !== 'none') isHidden = true;
      if (isHidden) break;
      if (overflowX === 'visible') continue;
      const outer = at.getBoundingClientRect();
      // What wraps out of sight is not cut.
      if (box.top >= outer.bottom - 1) isHidden = true;
      else if (box.left < outer.left - 1.5 || box.right > outer.right + 1.5)
        found.add(name(element));
      break;
    }
    if (isHidden) continue;
    if (box.left < -1 || box.right > innerWidth + 1) found.add(name(element));
  }
  return [...found];
}

/** Fields side by side whose controls do not stand at one height; runs in the page. */
function uneven(): string[] {
  const topOf = (field: Element | undefined) =>
    field?.querySelector('input, select, textarea')?.getBoundingClientRect().top ?? 0;
  return [...document.querySelectorAll('.two')].flatMap((row) => {
    const fields = [...row.children].filter((each) => each.checkVisibility());
    return fields.flatMap((field, at) => {
      const next = fields[at + 1];
      if (at % 2 === 1 || !next?.matches('.field') || !field.matches('.field')) return [];
      if (Math.abs(topOf(field) - topOf(next)) < 1) return [];
      return [`${field.textContent} beside ${next.textContent}`];
    });
  });
}

/** Each page, what is pressed in it, in the order in which it is looked at, and how wide it is. */
const pages = [
  ['sidepanel.html', 360],
  ['sidepanel.html', 400],
  ['library.html', 360],
  ['library.html', 1000],
  ['options.html', 360],
  ['options.html', 1000],
] as const;

const pictures = process.env.PICTURES;

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

/** Waits until nothing is being read, and the page stays as high as it is. */
async function stillness(page: Page): Promise<void> {
  let last = '';
  await waitFor('the page to come to rest', async () => {
    const now = await page.evaluate(
      () =>
        document.querySelector('[aria-busy=true]') === null &&
        `${document.body.scrollHeight} ${document.body.textContent?.length}`,
    );
    const same = now !== false && now === last;
    last = String(now);
    await new Promise((resolve) => setTimeout(resolve, 80));
    return same;
  });
}

/** Where somebody wants to look at them: `PICTURES=folder`. */
async function keepPicture(page: Page, called: string): Promise<void> {
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({
    path: join(pictures, `${called.replace(/[ .]/g, '-')}.png`) as `${string}.png`,
    fullPage: true,
  });
}
