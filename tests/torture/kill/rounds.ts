import { rmSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import type { BrowserName, Harness } from '../../support/browsers/harness.ts';
import { launch } from '../../support/browsers/launch.ts';
import { damagesOf, databaseFiles } from '../../support/damage.ts';
import { waitFor } from '../../support/wait.ts';
import { extensionWithAccess } from '../extension-with-access.ts';
import { Random } from '../random.ts';
import { arrange, clipPictures, clipQuotes, type Stage, typeFooter, typeNotes } from './actors.ts';
import { isCopied } from './copied.ts';
import { decide } from './decide.ts';
import { Expected, type Fault, setBack } from './expected.ts';
import { chooseBackup, restore } from './restore.ts';
import { readStored, type Stored } from './stored.ts';

export interface KillFigures {
  rounds: number;
  acknowledged: number;
  /** Rounds after which the browser had an empty database, and everything was gone. */
  wiped: number;
  /**
   * What had been acknowledged before those rounds, and was restored once the user requested it.
   */
  givenBack: number;
  notGivenBack: number;
  faults: (Fault & { round: number })[];
}

/**
 * A profile is used for this many rounds, so that lists stay short, and first runs are killed, too.
 */
const roundsOfProfile = 12;
const pictureBytes = 5_000_000;
const article = 'https://torture.example/article';

interface Options {
  /** Whether the files of the database are damaged while the browser is closed. */
  damaged?: boolean;
  tell?: (line: string) => void;
}

/** Works at random, kills the browser in the middle of it, and checks what remains. */
export async function killRounds(
  name: BrowserName,
  rounds: number,
  seed: number,
  { damaged = false, tell = () => {} }: Options = {},
): Promise<KillFigures> {
  const random = new Random(seed);
  const figures: KillFigures = {
    rounds: 0,
    acknowledged: 0,
    wiped: 0,
    givenBack: 0,
    notGivenBack: 0,
    faults: [],
  };
  const extensionDir = extensionWithAccess(name);
  try {
    while (figures.rounds < rounds) {
      const of = Math.min(roundsOfProfile, rounds - figures.rounds);
      await onOneProfile(name, { extensionDir, rounds: of, damaged }, random, figures, tell);
    }
  } finally {
    rmSync(extensionDir, { recursive: true, force: true });
  }
  return figures;
}

async function onOneProfile(
  name: BrowserName,
  { extensionDir, rounds, damaged }: { extensionDir: string; rounds: number; damaged: boolean },
  random: Random,
  figures: KillFigures,
  tell: (line: string) => void,
): Promise<void> {
  const harness = await launch(name, { extensionDir });
  const expected = new Expected();
  let filesAtKill = '';
  const fault = (faults: readonly Fault[]) => {
    for (const each of faults) {
      figures.faults.push({ ...each, round: figures.rounds });
      tell(`  round ${figures.rounds}: ${each.kind}: ${each.detail}`);
    }
  };
  try {
    for (let round = 0; round <= rounds; round++) {
      // None of our code runs in a picture's document.
      const keeper = await harness.openOwn('icon/16.png');
      const after = await waitFor('the database to open', async () => {
        const stored = await readStored(keeper);
        if (stored.refused !== undefined) tell(`  round ${figures.rounds}: ${stored.refused}`);
        return stored.refused === undefined ? stored : null;
      });
      const wiped = round > 0 && expected.isWiped(after);
      if (round > 0) {
        figures.rounds++;
        // After damage the missing data is first restored, with the popup's button for that.
        if (!wiped && !damaged) fault(expected.check(after));
      }
      const window = await harness.openOwn('popup.html');
      const alerts = await decide(window);
      for (const alert of alerts) tell(`  round ${figures.rounds}: ${alert}`);
      if (alerts.length > 0 && !wiped && !damaged) {
        fault([{ kind: 'false alarm', detail: alerts.join(' | ') }]);
      }
      await makeReady(harness, window);
      const replayed = await afterReplay(keeper, window);
      if (!wiped) {
        fault(setBack(after, replayed));
        if (damaged && round > 0) fault(expected.check(replayed));
      } else {
        const found = expected.check(replayed);
        const missing = found.filter(({ kind }) => kind === 'lost').length;
        if (damaged) fault(found);
        figures.wiped++;
        figures.notGivenBack += missing;
        figures.givenBack += expected.wanted() - missing;
        tell(
          `  round ${figures.rounds}: all is gone; ${missing} of ${expected.wanted()} not given back`,
        );
        tell(`    ${after.dataLoss}\n${filesAtKill}`);
      }
      // Without the earlier data, every following round would report what is half there.
      if (round === rounds || (wiped && !damaged)) break;
      const before = expected.acknowledged;
      const { ended } = await work(
        harness,
        keeper,
        window,
        random.fork(),
        expected,
        replayed,
        figures.rounds,
      );
      if (damaged) {
        await ended;
        await waitFor('the copy of all that was written', () => isCopied(keeper));
      }
      figures.acknowledged += expected.acknowledged - before;
      const damage = damaged ? random.pick(Object.values(damagesOf(name))) : undefined;
      await harness.restart('kill', (profileDir) => {
        filesAtKill = databaseFiles(profileDir);
        damage?.(profileDir);
      });
    }
  } finally {
    await harness.close();
  }
}

async function openWindow(harness: Harness): Promise<Page> {
  const page = await harness.openOwn('popup.html');
  await makeReady(harness, page);
  return page;
}

async function makeReady(harness: Harness, page: Page): Promise<void> {
  await page.waitForSelector('main.popup [role=tab]').catch(async (cause: unknown) => {
    const said = await page.evaluate(() => document.body.textContent);
    throw new Error(`The popup shows no tabs, but: ${said}`, { cause });
  });
  // It acts as if it were in front, beside the others. In Firefox it has to be.
  if (harness.name === 'chromium') await page.emulateFocusedPage(true);
}

/** Returns what is stored once the page has written what the last one could not. */
async function afterReplay(keeper: Page, window: Page): Promise<Stored> {
  await window.waitForSelector('.status-bar');
  return waitFor('the journal to be written', async () => {
    const stored = await readStored(keeper);
    return stored.journal.length === 0 ? stored : null;
  });
}

/**
 * Lets actors work at once, each in a separate page, and does not wait for any of them.
 * @returns `ended`: resolves once what they had begun is over
 */
async function work(
  harness: Harness,
  keeper: Page,
  window: Page,
  random: Random,
  expected: Expected,
  before: Stored,
  round: number,
): Promise<{ ended: Promise<unknown> }> {
  const { name, site } = harness;
  const pictures = random.chance(0.3) ? 2 : 0;
  const withHistory = random.chance(0.25);
  serveArticle(site, random, round, pictures);
  // A restore ends the histories.
  const ready =
    !withHistory && random.chance(0.3) ? await chooseBackup(harness, random) : undefined;
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
  if (ready) actors.push(() => restore(stage(), ready));
  const wrapUpId = before.activeWrapUpId;
  // In Firefox, keys only reach the page in front.
  const front = name === 'firefox' ? window : other;
  if (withHistory) actors.push(() => arrange(stage(), keeper, front, true));
  else if (wrapUpId !== undefined && random.chance(0.3)) {
    actors.push(() => typeFooter(stage(), front, wrapUpId));
    if (name === 'chromium') actors.push(() => typeNotes(stage(), window));
  } else if (before.items.length > 2 && name === 'firefox' && random.chance(0.5)) {
    actors.push(() => arrange(stage(), keeper, front, false));
  } else {
    if (wrapUpId !== undefined) actors.push(() => typeNotes(stage(), window));
    if (name === 'chromium') actors.push(() => arrange(stage(), keeper, other, false));
  }
  await front.bringToFront();
  const failures: unknown[] = [];
  const running = actors.map((actor) =>
    actor().catch((thrown: unknown) => {
      if (!over) failures.push(thrown);
    }),
  );
  await new Promise((resolve) => setTimeout(resolve, workMs(name, random)));
  over = true;
  if (failures.length > 0) throw failures[0];
  // Most end with the browser.
  return { ended: Promise.all(running) };
}

/** How long the actors work; a busy Firefox starts slowly. */
const workMs = (name: BrowserName, random: Random): number =>
  name === 'firefox' ? 800 + random.below(3_200) : 100 + random.below(2_900);

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
