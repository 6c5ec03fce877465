/**
 * Does the main job without a display, in the real browser: makes a post of the project's own from
 * the pages it quotes, prints the draft, and keeps it with a picture of the popup.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findGolden, goldenPages, typedItems } from '../tests/fixtures/golden/places.ts';
import { goldenWrapUp } from '../tests/fixtures/golden/wrap-up.ts';
import type { BrowserName } from '../tests/support/browsers/harness.ts';
import { launch } from '../tests/support/browsers/launch.ts';
import { NoteTaker } from '../tests/support/note-taker.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, '.output', 'start');
const browser: BrowserName = process.argv[2] === 'firefox' ? 'firefox' : 'chromium';

console.log(`No display: making a wrap-up in headless ${browser}. It takes about half a minute.`);
const harness = await launch(browser);
try {
  harness.site.addAll(goldenPages);
  const popup = await new NoteTaker(harness).makePost({
    wrapUp: goldenWrapUp,
    items: typedItems,
    find: findGolden,
  });
  mkdirSync(folder, { recursive: true });
  const picture = join(folder, 'popup.png');
  await popup.tab('Clips');
  await popup.settled();
  await popup.page.screenshot({ path: picture });
  await popup.tab('Draft');
  await popup.draft();
  await popup.copy('Copy draft');
  const draft = await harness.clipboard();
  const file = join(folder, `${goldenWrapUp.slug}.md`);
  writeFileSync(file, draft);
  console.log(`\n${draft}`);
  console.log(
    `The draft is in ${relative(root, file)}, a picture of the popup in ${relative(root, picture)}.`,
  );
} finally {
  await harness.close();
}
