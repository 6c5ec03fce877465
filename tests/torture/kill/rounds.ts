import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { builtExtension } from '../../support/binaries.ts';
import type { BrowserName, Harness } from '../../support/browsers/harness.ts';
import { launch } from '../../support/browsers/launch.ts';
import { waitFor } from '../../support/wait.ts';
import { Random } from '../random.ts';
import { arrange, clipPictures, clipQuotes, type Stage, typeFooter, typeNotes } from './actors.ts';
import { Expected, type Fault, setBack } from './expected.ts';
import { readStored, type Stored } from './stored.ts';

export interface KillFigures {
  rounds: number;
  acknowledged: number;
  /** Rounds after which the browser had an empty database, and all was gone. */
  wiped: number;
  faults: (Fault & { round: number })[];
  seconds: number;
}

/** A profile is used for so many rounds: lists stay short, and first runs are killed, too. */
const roundsOfProfile = 12;
const pictureBytes = 5_000_000;
const article = 'https://torture.example/article';

/** The built extension, which may read the test's pages without being asked to in each. */
function extensionWithAccess(name: BrowserName): string {
  const folder = mkdtempSync(join(tmpdir(), 'wrapup-torture-'));
  cpSync(builtExtension(name), folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(
    file,
    JSON.stringify({ ...manifest, host_permissions: ['https://torture.example/*'] }),
  );
  return folder;
}

/** Works at random, kills the browser in the middle of it, and looks at what is there then. */
export async function killRounds(
  name: BrowserName,
  rounds: number,
  seed: number,
  tell: (line: string) => void = () => {},
): Promise<KillFigures> {
  const started = performance.now();
  const random = new Random(seed);
  const figures: KillFigures = { rounds: 0, acknowledged: 0, wiped: 0, faults: [], seconds: 0 };
  const extensionDir = extensionWithAccess(name);
  try {
    while (figures.rounds < rounds) {
      const of = Math.min(roundsOfProfile, rounds - figures.rounds);
      await onOneProfile(name, extensionDir, of, random, figures, tell);
    }
  } finally {
    rmSync(extensionDir, { recursive: true, force: true });
  }
  figures.seconds = (performance.now() - started) / 1_000;
  return figures;
}

async function onOneProfile(
  name: BrowserName,
  extensionDir: string,
  rounds: number,
  random: Random,
  figures: KillFigures,
  tell: (line: string) => void,
): Promise<void> {
  const harness = await launch(name, { extensionDir });
  const expected = new Expected();
  const fault = (faults: readonly Fault[]) => {
    for (const each of faults) {
      figures.faults.push({ ...each, round: figures.rounds });
      tell(`  round ${figures.rounds}: ${each.kind}: ${each.detail}`);
    }
  };
  try {
    for (let round = 0; round <= rounds; round++) {
      // None of our code runs in a picture.
      const keeper = await harness.openOwn('icon/16.png');
      const after = await readStored(keeper);
      if (round > 0) {
        figures.rounds++;
        if (expected.isWiped(after)) {
          figures.wiped++;
          tell(`  round ${figures.rounds}: all is gone`);
        } else fault(expected.check(after));
      }
      const window = await openWindow(harness);
      const replayed = await afterReplay(keeper, window);
      fault(setBack(after, replayed));
      if (round === rounds) break;
      const before = expected.acknowledged;
      await work(harness, keeper, window, random.fork(), expected, replayed, figures.rounds);
      figures.acknowledged += expected.acknowledged - before;
      await harness.restart('kill');
    }
  } finally {
    await harness.close();
  }
}

async function openWindow(harness: Harness): Promise<Page> {
  const page = await harness.openOwn('popup.html');
  await page.waitForSelector('main.popup [role=tab]');
  // As if it were in front, beside the others. In Firefox it has to be.
  if (harness.name === 'chromium') await page.emulateFocusedPage(true);
  return page;
}

/** What is stored once the page has written what the last one could not. */
async function afterReplay(keeper: Page, window: Page): Promise<Stored> {
  await window.waitForSelector('.status-bar');
  return waitFor('the journal to be written', async () => {
    const stored = await readStored(keeper);
    return stored.journal.length === 0 ? stored : null;
  });
}

/** Lets actors work at once, each in a page of its own, and ends without waiting for any of them. */
async function work(
  harness: Harness,
  keeper: Page,
  window: Page,
  random: Random,
  expected: Expected,
  before: Stored,
  round: number,
): Promise<void> {
  const { name, site } = harness;
  const pictures = random.chance(0.3) ? 2 : 0;
  const withHistory = random.chance(0.25);
  serveArticle(site, random, round, pictures);
  const page = await harness.open(article);
  const other = await openWindow(harness);
  const tabId = await keeper.evaluate(
    async (url) => (await chrome.tabs.query({ url }))[0]?.id ?? -1,
    article,
  );
  expected.begin(before, withHistory);
  let over = false;
  const stage = (): Stage => ({ harness, expected, random: random.fork(), over: () => over });
  const actors: (() => Promise<void>)[] = [() => clipQuotes(stage(), keeper, page, tabId)];
  if (pictures > 0) actors.push(() => clipPictures(stage(), keeper, page, tabId));
  const wrapUpId = before.activeWrapUpId;
  // Keys reach the page in front alone in Firefox.
  const front = name === 'firefox' ? window : other;
  if (withHistory) actors.push(() => arrange(stage(), front, true));
  else if (wrapUpId !== undefined && random.chance(0.3)) {
    actors.push(() => typeFooter(stage(), front, wrapUpId));
    if (name === 'chromium') actors.push(() => typeNotes(stage(), window));
  } else if (before.items.length > 2 && name === 'firefox' && random.chance(0.5)) {
    actors.push(() => arrange(stage(), front, false));
  } else {
    if (wrapUpId !== undefined) actors.push(() => typeNotes(stage(), window));
    if (name === 'chromium') actors.push(() => arrange(stage(), other, false));
  }
  await front.bringToFront();
  const failures: unknown[] = [];
  const running = actors.map((actor) =>
    actor().catch((thrown: unknown) => {
      if (!over) failures.push(thrown);
    }),
  );
  await new Promise((resolve) => setTimeout(resolve, 100 + random.below(1_400)));
  over = true;
  if (failures.length > 0) throw failures[0];
  // They end with the browser.
  void Promise.all(running);
}

const picture = (() => {
  const bytes = Buffer.alloc(pictureBytes, 7);
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNg+M/AAAADAQEAyf6S7wAAAABJRU5ErkJggg==',
    'base64',
  ).copy(bytes);
  return bytes;
})();

function serveArticle(
  site: Harness['site'],
  random: Random,
  round: number,
  pictures: number,
): void {
  const sentence = (at: number) =>
    `Round ${round}, paragraph ${at}: ${Array.from({ length: 12 }, () => random.word()).join(' ')}.`;
  const addresses = Array.from(
    { length: pictures },
    (_, at) => `https://torture.example/${round}-${at}-${random.word()}.png`,
  );
  for (const address of addresses) {
    const body = Buffer.from(picture);
    body.write(address, pictureBytes - 200);
    site.add(address, { type: 'image/png', body });
  }
  site.add(
    article,
    `<!doctype html><title>Article</title>${Array.from({ length: 40 }, (_, at) => `<p>${sentence(at)}`).join('')}
    ${addresses.map((src) => `<img src="${src}" alt="" width="300" height="200">`).join('')}`,
  );
}
