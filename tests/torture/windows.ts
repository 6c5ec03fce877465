import type { ElementHandle, Page } from 'puppeteer-core';
import type { BrowserName } from '../support/browsers/harness.ts';
import { launch } from '../support/browsers/launch.ts';
import { PopupDriver } from '../support/popup-driver.ts';
import { waitFor } from '../support/wait.ts';
import { readStored } from './kill/stored.ts';
import { Random } from './random.ts';

export interface WindowFigures {
  edits: number;
  /** Words that were typed and are nowhere. */
  lost: string[];
  /** Whether both windows and the database end with the same content. */
  converged: boolean;
  /** The remaining text, if words are lost. */
  text?: string;
}

type Field = ElementHandle<HTMLTextAreaElement>;

/** Types words at random places of one text, in two windows at once. */
export async function twoWindows(
  name: BrowserName,
  edits: number,
  seed: number,
): Promise<WindowFigures> {
  const harness = await launch(name);
  const random = new Random(seed);
  try {
    const keeper = await harness.openOwn('icon/16.png');
    const first = await openDetails(await harness.openOwn('popup.html'), name, true);
    const second = await openDetails(await harness.openOwn('popup.html'), name, false);
    const words: string[] = [];
    const type = async (window: { page: Page; footer: Field }, count: number, of: Random) => {
      if (name === 'firefox') await window.page.bringToFront();
      for (let n = 0; n < count; n++) {
        const word = `${of.word()}${words.length}.`;
        words.push(word);
        await typeAt(window.footer, word, of.fraction());
      }
    };
    while (words.length < edits) {
      const count = Math.min(1 + random.below(20), edits - words.length);
      const [mine, theirs] = [random.fork(), random.fork()];
      const half = Math.ceil(count / 2);
      // Firefox sends keys only to the window in front; the other one follows meanwhile.
      if (name === 'firefox') {
        await type(first, half, mine);
        await type(second, count - half, theirs);
      } else await Promise.all([type(first, half, mine), type(second, count - half, theirs)]);
    }
    const texts = () => Promise.all([first, second].map((each) => textOf(each.footer)));
    const stored = async () => {
      const { wrapUps, activeWrapUpId } = await readStored(keeper);
      return wrapUps.find(({ id }) => id === activeWrapUpId)?.footer ?? '';
    };
    const converged = await waitFor('both windows to show the same', async () => {
      const [one, other] = await texts();
      return one === other && one === (await stored());
    }).catch(() => false);
    const all = await stored();
    const lost = words.filter((word) => !all.includes(word));
    return { edits: words.length, converged, lost, ...(lost.length > 0 ? { text: all } : {}) };
  } finally {
    await harness.close();
  }
}

async function openDetails(page: Page, name: BrowserName, isFirst: boolean) {
  const driver = new PopupDriver(page);
  await page.waitForSelector('main.popup [role=tab]');
  if (name === 'chromium') await page.emulateFocusedPage(true);
  await driver.settled();
  if (isFirst) await driver.press('New wrap-up');
  await driver.tab('Details');
  const footer = (await driver.find('textbox', 'Footer')) as Field;
  return { page, footer };
}

const textOf = (footer: Field) => footer.evaluate((node) => node.value);

/**
 * Puts the caret at a fraction of the text, where a word ends, and types in one go, because the
 * text may change between two calls.
 */
const typeAt = (footer: Field, word: string, share: number) =>
  footer.evaluate(
    (node, typed, part) => {
      const ends = [0, ...Array.from(node.value.matchAll(/\./g), ({ index }) => index + 1)];
      const at = ends[Math.floor(part * ends.length)] ?? 0;
      node.focus();
      node.setSelectionRange(at, at);
      // Like a key, this sends an event that the page treats as typing.
      document.execCommand('insertText', false, typed);
    },
    word,
    share,
  );
