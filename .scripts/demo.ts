/**
 * Does the main job without a window, in the real browser: makes one of the project's own posts
 * from the pages it quotes, prints the draft, and stores it with a picture of the popup.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Item } from '../lib/core/post/item.ts';
import { findGolden, goldenPages, typedItems } from '../tests/fixtures/golden/places.ts';
import { goldenWrapUp } from '../tests/fixtures/golden/wrap-up.ts';
import { launch } from '../tests/support/browsers/launch.ts';
import { NoteTaker } from '../tests/support/note-taker.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, '.output', 'start');
const browser = process.argv[2] === 'firefox' ? 'firefox' : 'chromium';
const nouns = { quote: 'a quote', link: 'a link', image: 'a picture', moment: 'a moment' };

console.log(`Making a wrap-up in ${browser}, without a window. It takes about half a minute.`);
const harness = await launch(browser, { scale: 2 });
try {
  harness.site.addAll(goldenPages);
  const popup = await new NoteTaker(harness).makePost({
    wrapUp: goldenWrapUp,
    items: typedItems,
    find(item: Item) {
      const place = findGolden(item);
      const { host, pathname } = new URL(place.url);
      if (item.kind in nouns)
        console.log(`  ${nouns[item.kind as keyof typeof nouns]} from ${host}${pathname}`);
      return place;
    },
  });
  mkdirSync(folder, { recursive: true });
  const picture = join(folder, 'popup.png');
  if (await popup.has('button', 'Dismiss')) await popup.press('Dismiss');
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
  console.log(`The draft is in ${relative(root, file)}`);
  console.log(`A picture of the popup is in ${relative(root, picture)}`);
} finally {
  await harness.close();
}
