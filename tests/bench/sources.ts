/**
 * Measures how long the details of bad pages take to read: `node tests/bench/sources.ts` prints a
 * table. Nothing is asserted; the result is beside the time, to reveal a fast empty answer.
 */
import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { Site } from '../support/browsers/site.ts';
import { bundleForPage } from '../support/bundle-for-page.ts';
import { launchPlainChromium } from '../support/plain-chromium.ts';
import type * as InPage from './sources-page.ts';

declare const sources: typeof InPage;

process.chdir(new URL('../..', import.meta.url).pathname);

const fixture = (path: string): { url: string; html: string } => {
  const text = readFileSync(`tests/fixtures/sites/${path}`, 'utf8');
  const url = /^<!-- url: (\S+) -->/.exec(text)?.[1] ?? '';
  return { url, html: text.replaceAll(/\[\[|\]\]/g, '') };
};
const before = (end: string, html: string, more: string) => html.replace(end, () => more + end);
const inHead = (path: string, more: string) => {
  const { url, html } = fixture(path);
  return { url, html: before('</head>', html, more) };
};
const inBody = (path: string, more: string) => {
  const { url, html } = fixture(path);
  return { url, html: before('</body>', html, more) };
};

const offer = JSON.stringify({
  '@type': 'Offer',
  name: 'x'.repeat(200),
  url: 'https://a.example/',
});
const script = (json: string) => `<script type="application/ld+json">${json}</script>`;
const comment = (n: number) =>
  `<div class="TimelineItem" id="issuecomment-${n}"><a class="author" href="/u${n}">u${n}</a> <a href="#issuecomment-${n}"><relative-time datetime="2025-10-30T08:00:00Z">x</relative-time></a><p>Words.</p></div>`;
const row = (n: number) =>
  `<table><tbody><tr class="athing comtr" id="${n}"><td><a class="hnuser">u${n}</a> <span class="age" title="2025-10-28T19:30:00 1"></span><div class="commtext">Words.</div></td></tr></tbody></table>`;
const many = (count: number, make: (n: number) => string) =>
  Array.from({ length: count }, (_, at) => make(at + 1)).join('');

const cases: Record<string, { url: string; html: string }> = {
  'a plain issue': fixture('github/issue.html'),
  'JSON-LD of 5 MB': inHead(
    'meetup/event.html',
    script(`[${many(20_000, (n) => (n > 1 ? ',' : '') + offer)}]`),
  ),
  'broken JSON-LD of 5 MB': inHead(
    'meetup/event.html',
    script(`[${many(20_000, () => `${offer},`)}`),
  ),
  'JSON-LD, 100,000 lists deep': inHead(
    'meetup/event.html',
    script('['.repeat(100_000) + ']'.repeat(100_000)),
  ),
  '2,000 scripts of JSON-LD': inHead(
    'meetup/event.html',
    many(2_000, () => script(offer)),
  ),
  'an issue with 2,000 comments': inBody('github/issue.html', many(2_000, comment)),
  'a thread of 2,000 comments': inBody('hacker-news/thread.html', many(2_000, row)),
  'a page with 100,000 links': inBody(
    'gitlab/file.html',
    many(100_000, (n) => `<div><a href="#x${n}">x</a></div>`),
  ),
  'a page with 20,000 headings': inBody(
    'wikipedia/article.html',
    many(20_000, (n) => `<h2 id="h${n}">h</h2>`),
  ),
  'a state of 8 MB': inBody(
    'github/file.html',
    `<script type="application/json" data-target="react-app.embeddedData">{"a":"${'x'.repeat(7_900_000)}"}</script>`,
  ),
};

async function measure(
  page: Page,
  { url, html }: { url: string; html: string },
  site: Site,
  code: string,
) {
  site.add(url, `<!doctype html>${html}`);
  await page.goto(url, { waitUntil: 'domcontentloaded', timeout: 120_000 });
  await page.evaluate(code);
  return page.evaluate((rounds) => sources.readPage(rounds), 7);
}

const code = await bundleForPage('tests/bench/sources-page.ts', 'sources');
const browser = await launchPlainChromium();
try {
  for (const [name, bad] of Object.entries(cases)) {
    const page = await browser.newPage();
    const site = new Site();
    await site.attach(page);
    const { times, title } = await measure(page, bad, site, code);
    const sorted = [...times].sort((a, b) => a - b);
    const [median = 0, worst = 0] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
    console.log(
      `${name.padEnd(32)} ${median.toFixed(1).padStart(8)} ms  (worst ${worst.toFixed(1)})  ${title.slice(0, 60)}`,
    );
    await page.close();
  }
} finally {
  await browser.close();
}
