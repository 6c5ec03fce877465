/**
 * `npm run screenshots` makes the README's pictures from the built extension, in Chromium, with the
 * golden wrap-up in it. The same extension gives the same pictures, because nothing in them depends
 * on the clock.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { goldenPages } from '../tests/fixtures/golden/places.ts';
import { goldenItems, goldenWrapUp } from '../tests/fixtures/golden/wrap-up.ts';
import { selectText } from '../tests/support/browsers/gestures.ts';
import { launch } from '../tests/support/browsers/launch.ts';
import { confirmed } from '../tests/support/confirmation.ts';
import { openPanel, openPopup } from '../tests/support/journeys.ts';
import { build } from './build.mjs';
import { framed } from './screenshots/framed.ts';
import { recordingPage } from './screenshots/recording-page.ts';
import { storeGoldenWrapUp, storeWaitingClips } from './screenshots/stored-wrap-up.ts';
import { installTools } from './set-up.mjs';

const maxBytes = 200_000;
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, '.github', 'images');
const start = join(root, 'tests', 'fixtures', 'start');
const media = join(root, 'tests', 'fixtures', 'media');

const articleUrl = 'https://tidepool.example/notes/gauges';
const repositoryUrl = 'https://github.com/tidepool-db/tidepool';

function keep(name: string, png: Uint8Array): void {
  writeFileSync(join(folder, name), png);
  console.log(`${name}: ${Math.round(png.length / 1000)} kB`);
  if (png.length < maxBytes) return;
  console.error(`${name} is larger than ${maxBytes / 1000} kB.`);
  process.exitCode = 1;
}

if (installTools(['chromium']).length > 0 || !build('chrome')) process.exit(1);
mkdirSync(folder, { recursive: true });
const harness = await launch('chromium', { scale: 2 });
try {
  harness.site
    .addAll(goldenPages)
    .add(articleUrl, readFileSync(join(start, 'article.html'), 'utf8'))
    .add('https://tidepool.example/start.css', css(join(start, 'start.css')))
    .add('https://tidepool.example/tokens.css', css(join(root, 'components/ui/tokens.css')))
    .add('https://tidepool.example/gauge.svg', {
      type: 'image/svg+xml',
      body: readFileSync(join(start, 'gauge.svg')),
    });

  const own = await harness.openOwn('popup.html');
  await own.waitForSelector('main.popup');
  await storeGoldenWrapUp(own, await slide());
  await own.close();

  const page = await harness.open(repositoryUrl);
  await selectText(page, { from: 'There is no background thread', to: 'Store::append' });
  const light = [];
  for (const tab of ['Clips', 'Details', 'Draft'] as const) {
    light.push(await popupPicture(page, tab, 'light'));
  }
  const dark = await popupPicture(page, 'Clips', 'dark');
  const stage = await blank();
  for (const [at, name] of ['clips', 'details', 'draft'].entries()) {
    keep(`popup-${name}.png`, await framed(stage, light.slice(at, at + 1)));
  }
  keep('popup-dark.png', await framed(stage, [dark]));
  keep('desk.png', await deskPicture());
  keep('talk.png', await framed(stage, [await talkPicture()]));
  keep('confirmation.png', await framed(stage, [await confirmation()]));
} finally {
  await harness.close();
}

function css(path: string) {
  return { type: 'text/css', body: readFileSync(path) };
}

async function blank(): Promise<Page> {
  const page = await harness.openOwn('icon/16.png');
  await page.goto('about:blank');
  return page;
}

/** Returns the picture for the golden wrap-up's image clip. */
async function slide(): Promise<Uint8Array> {
  const page = await blank();
  const svg = readFileSync(new URL('screenshots/slide.svg', import.meta.url), 'utf8');
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
  const picture = await (await page.waitForSelector('svg'))?.screenshot();
  await page.close();
  if (!picture) throw new Error('The slide has no picture');
  return picture;
}

/** Returns a picture of the popup over `page`, as the browser shows it. */
async function popupPicture(
  page: Page,
  tab: 'Clips' | 'Details' | 'Draft',
  scheme: 'light' | 'dark',
): Promise<Uint8Array> {
  const popup = await openPopup(harness, page);
  await harness.colorScheme(popup.page, scheme);
  await popup.tab(tab);
  if (tab === 'Draft') await popup.draft();
  // Focus rings are for keyboard users.
  await popup.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await popup.page.mouse.move(0, 0);
  if (tab === 'Clips') {
    await popup.page.$eval('[data-kind=section]', (row) => row.scrollIntoView());
  }
  await popup.settled();
  const picture = await popup.page.screenshot();
  await harness.closePopup();
  return picture;
}

/**
 * Returns a picture of the desk on a laptop's screen, the post between its tray and its preview.
 */
async function deskPicture(): Promise<Uint8Array> {
  const own = await harness.openOwn('icon/16.png');
  await storeWaitingClips(own);
  await own.close();
  const page = await harness.openOwn(`desk.html#${goldenWrapUp.id}`);
  // This bypasses Puppeteer, whose viewport says that nothing hovers.
  const session = await page.createCDPSession();
  const size = { width: 1366, height: 720 };
  const metrics = { ...size, deviceScaleFactor: 1, mobile: false };
  await session.send('Emulation.setDeviceMetricsOverride', metrics);
  await harness.colorScheme(page, 'light');
  await page.waitForSelector('.as-post p');
  await page.mouse.move(0, 0);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const picture = await page.screenshot({ clip: { x: 0, y: 0, ...size, scale: 0.5 } });
  await page.close();
  return picture;
}

/** Returns a picture of the panel beside a recording, in the middle of a note. */
async function talkPicture(): Promise<Uint8Array> {
  const moment = goldenItems.find((item) => item.kind === 'moment');
  if (!moment) throw new Error('The golden wrap-up has no moment');
  const { mediaUrl, mediaTitle } = moment;
  const fileUrl = new URL('/talk.webm', mediaUrl).href;
  harness.site
    .add(mediaUrl, recordingPage(mediaTitle, fileUrl, 1_872.5))
    .add(fileUrl, { type: 'video/webm', body: readFileSync(join(media, 'talk.webm')) });
  const page = await harness.open(mediaUrl);
  await page.waitForSelector('[data-ready]');
  const panel = await openPanel(harness, page);
  await panel.tab('Talk');
  const { keyboard } = panel.page;
  await harness.colorScheme(panel.page, 'light');
  for (const note of [
    '19:42 a ring of segments, drawn as a clock',
    '30:20 question: what if the disk is full?',
  ]) {
    await (await panel.find('textbox', 'Next note')).type(note);
    await keyboard.press('Enter');
  }
  await keyboard.type('Readers never wait for a wri');
  await panel.page.waitForFunction(() => document.querySelectorAll('.entry').length === 3);
  // The message about the last note shows for a moment.
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  const { width } = await panel.page.evaluate(() => ({ width: innerWidth }));
  await panel.page.evaluate(() => {
    document.documentElement.style.height = '400px';
  });
  const picture = await panel.page.screenshot({ clip: { x: 0, y: 0, width, height: 400 } });
  await harness.closePanel();
  await page.close();
  return picture;
}

/** Returns a picture of a page right after some of its words were clipped. */
async function confirmation(): Promise<Uint8Array> {
  const page = await harness.open(articleUrl);
  await page.setViewport({ width: 700, height: 420, deviceScaleFactor: 2 });
  await harness.colorScheme(page, 'light');
  await selectText(page, { from: 'Nothing is ever changed', to: 'closed for good.' });
  await harness.shortcut(page);
  await confirmed(harness, page, 'Clipped');
  await new Promise((resolve) => setTimeout(resolve, 400));
  const picture = await page.screenshot();
  await page.close();
  return picture;
}
