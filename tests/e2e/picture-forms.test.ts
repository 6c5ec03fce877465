import { expect, it } from 'vitest';
import { axeViolations } from '../support/axe.ts';
import { inBothBrowsers, openInTab } from '../support/journeys.ts';
import { keepPicture } from '../support/looked-at.ts';
import { opened } from '../support/opened-posts.ts';
import { PopupDriver } from '../support/popup-driver.ts';
import { storePost } from '../support/stored-post.ts';
import { waitFor } from '../support/wait.ts';

const shortcode =
  '{{< figure src="/images/ring.png" class="w" alt="A ring" caption="Five *daemons*" >}}';
const post = `---\ntitle: Rings\n---\n\nOne.\n\n${shortcode}\n\nTwo.\n`;

inBothBrowsers('the forms of pictures', (harness) => {
  it('are kept in an opened post in which one field is changed', {
    timeout: 120_000,
  }, async () => {
    const { wrapUp, items } = await opened(post);
    await storePost(harness(), wrapUp, items);
    const popup = await openInTab(harness());
    const row = await popup.openRow(1);
    await popup.type('Caption', 'Five of them', row);
    await popup.saved();
    expect(await axeViolations(popup.page)).toEqual([]);
    await keepPicture(popup.page, `picture-forms-popup-${harness().name}`);
    await popup.page.keyboard.press('Escape');
    await popup.tab('Draft');
    await waitFor(
      'the one value',
      async () => (await popup.draft()) === post.replace('Five *daemons*', 'Five of them'),
    );
  });

  it('are chosen in the options, which show the result', { timeout: 120_000 }, async () => {
    const options = new PopupDriver(await harness().openOwn('options.html'));
    await options.choose('Pictures are written as', 'Hugo’s shortcode “figure”');
    await waitFor('the shortcode in the example', () =>
      options.page.evaluate(() => document.body.textContent?.includes('{{< figure src=')),
    );
    await options.choose('Pictures are written as', 'HTML (img)');
    await waitFor('what it needs', () =>
      options.page.evaluate(() => document.body.textContent?.includes('Until then, pictures')),
    );
    expect(await axeViolations(options.page)).toEqual([]);
    await keepPicture(options.page, `picture-forms-options-${harness().name}`);
  });
});
