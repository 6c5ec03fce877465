/**
 * `npm run screenshots`: the README's pictures, taken from the built extension in Chromium at twice
 * the size, in light and dark. Run `npm run build` first.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findGolden, goldenPages, typedItems } from '../tests/fixtures/golden/places.ts';
import { goldenWrapUp } from '../tests/fixtures/golden/wrap-up.ts';
import { selectText } from '../tests/support/browsers/gestures.ts';
import type { Harness } from '../tests/support/browsers/harness.ts';
import { launch } from '../tests/support/browsers/launch.ts';
import { clickInConfirmation, confirmed } from '../tests/support/confirmation.ts';
import { openPopup } from '../tests/support/journeys.ts';
import { NoteTaker } from '../tests/support/note-taker.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, '.github', 'images');
const start = join(root, 'tests', 'fixtures', 'start');
const article = 'https://tidepool.example/blog/no-clock';
const schemes = ['light', 'dark'] as const;

mkdirSync(folder, { recursive: true });
const harness = await launch('chromium', { scale: 2 });
try {
  harness.site.addAll(goldenPages).addAll({
    [article]: readFileSync(join(start, 'article.html'), 'utf8'),
    'https://tidepool.example/blog/start.css': {
      type: 'text/css',
      body: readFileSync(join(start, 'start.css'), 'utf8'),
    },
    'https://tidepool.example/blog/gauge.svg': {
      type: 'image/svg+xml',
      body: readFileSync(join(start, 'gauge.svg'), 'utf8'),
    },
  });
  await new NoteTaker(harness).makePost({
    wrapUp: goldenWrapUp,
    items: typedItems,
    find: findGolden,
  });
  for (const scheme of schemes) {
    await takePopup(harness, scheme);
    await takeConfirmation(harness, scheme);
  }
} finally {
  await harness.close();
}

async function takePopup(browser: Harness, scheme: (typeof schemes)[number]): Promise<void> {
  const page = await browser.open(article);
  await selectText(page, { from: 'What it writes down', to: 'it knows' });
  const popup = await openPopup(browser, page);
  await browser.colorScheme(popup.page, scheme);
  for (const tab of ['Clips', 'Details', 'Draft'] as const) {
    await popup.tab(tab);
    if (tab === 'Draft') await popup.draft();
    await popup.page.evaluate(() => {
      for (const part of document.querySelectorAll('.clip-list, .panel-scroller, .draft'))
        part.scrollTop = 0;
      (document.activeElement as HTMLElement | null)?.blur();
    });
    await popup.page.mouse.move(1, 1);
    await popup.settled();
    await popup.page.screenshot({ path: join(folder, `popup-${tab.toLowerCase()}-${scheme}.png`) });
  }
  await browser.closePopup();
  await page.close();
}

async function takeConfirmation(browser: Harness, scheme: (typeof schemes)[number]): Promise<void> {
  const shown = await browser.open(article);
  await browser.colorScheme(shown, scheme);
  const words =
    scheme === 'light'
      ? { from: 'Nothing is ever changed', to: 'in place.' }
      : { from: 'A new height is appended', to: 'closed for good.' };
  await selectText(shown, words);
  await browser.shortcut(shown);
  await confirmed(browser, shown, 'Clipped');
  await clickInConfirmation(browser, shown, 'Your words about it');
  await shown.keyboard.type('Appends only, then:');
  await confirmed(browser, shown, 'Saved');
  await shown.screenshot({ path: join(folder, `confirmation-${scheme}.png`) });
  await shown.close();
}
