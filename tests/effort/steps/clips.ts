import { waitFor } from '../../support/wait.ts';
import type { Hands } from '../hands.ts';
import { type Found, idOf, textIn, textOfRow } from '../sight.ts';
import { addressByName } from './links.ts';
import { toTab } from './tabs.ts';
import { choose, fill, nextLink, typeWords } from './words.ts';

/** What a clip needs besides being clipped. */
export interface Wishes {
  /** The note-taker's words about it. */
  words?: string;
  /** A link's title, if it differs from the page's. */
  title?: string;
  form?: 'Bullet' | 'Paragraph';
  /** How a quote names its source, if not by host and path. */
  source?: 'None' | 'Page title';
  /** The text of `{link}` in a quote's words. */
  label?: string;
  alt?: string;
  path?: string;
  linksTo?: string;
  hidden?: boolean;
}

/** Clips the page itself, with our key. */
export async function clipPage(hands: Hands, url: string, wishes: Wishes = {}): Promise<void> {
  await clip(hands, url, wishes, () => hands.command('clip-here'));
}

/** Clips the page itself, while clips land in the tray, so it has no row, and needs no words. */
export async function collectPage(hands: Hands, url: string): Promise<void> {
  await hands.visit(url);
  await hands.tally.during('clip', () => hands.command('clip-here'));
  hands.tally.clipped(url, await hands.title());
}

/** Clips words of a page, in the same way. */
export async function collectQuote(
  hands: Hands,
  url: string,
  words: { from: string; to?: string },
): Promise<void> {
  await hands.visit(url);
  await hands.tally.during('clip', async () => {
    await hands.select(words);
    await hands.command('clip-here');
  });
  hands.tally.clipped(url, await hands.title());
}

/** Clips the picture of a page, in the same way. */
export async function collectPicture(hands: Hands, url: string): Promise<void> {
  await hands.visit(url);
  await hands.tally.during('clip', () => hands.menu('clip-picture', 'main img'));
  hands.tally.clipped(url, await hands.title());
}

/** Clips a link in a page, with its menu. */
export async function clipLink(
  hands: Hands,
  url: string,
  selector: string,
  to: string,
  wishes: Wishes = {},
): Promise<void> {
  await clip(hands, url, wishes, () => hands.menu('clip-link', selector));
  hands.tally.clipped(to, wishes.title);
}

export async function clipPicture(hands: Hands, url: string, wishes: Wishes = {}): Promise<void> {
  await clip(hands, url, wishes, () => hands.menu('clip-picture', 'main img'));
}

export async function clipQuote(
  hands: Hands,
  url: string,
  words: { from: string; to?: string },
  wishes: Wishes = {},
): Promise<void> {
  await clip(hands, url, wishes, async () => {
    await hands.select(words);
    await hands.command('clip-here');
  });
}

async function clip(
  hands: Hands,
  url: string,
  wishes: Wishes,
  act: () => Promise<void>,
): Promise<void> {
  await hands.visit(url);
  await toTab(hands, 'Clips');
  const { panel } = hands;
  const before = new Set(await Promise.all((await panel.rows()).map(idOf)));
  await hands.tally.during('clip', act);
  hands.tally.clipped(url, wishes.title ?? (await hands.title()));
  const row = await waitFor('the row of the clip', async () => {
    const rows = await panel.rows();
    const ids = await Promise.all(rows.map(idOf));
    return rows.find((_, at) => !before.has(ids[at] ?? ''));
  });
  const { words, ...others } = wishes;
  // A link with this title already needs nothing.
  if (others.title === (await textOfRow(row))) delete others.title;
  if (words !== undefined && nextLink(words) === undefined) {
    await hands.tally.during('words', async () => {
      await hands.clickInCard('Your words about it');
      await hands.type(words);
      await hands.cardSaved();
    });
  } else if (words !== undefined) {
    return edit(hands, row, { ...others, words });
  }
  if (Object.keys(others).length > 0) await edit(hands, row, others);
}

/** Edits in the row of a clip. */
async function edit(hands: Hands, row: Found, wishes: Wishes): Promise<void> {
  await hands.tally.during('words', async () => {
    const { panel } = hands;
    const main = await row.$('.clip-main');
    if (!main) throw new Error('This row has no main button');
    await hands.click(main);
    await waitFor('the editor', () => row.$('.clip-editor'));
    const text = async (label: string, value: string | undefined) => {
      if (value !== undefined) await fill(hands, await panel.find('textbox', label, row), value);
    };
    const list = async (label: string, option: string | undefined) => {
      if (option !== undefined) {
        await choose(hands, await panel.find('combobox', label, row), option);
      }
    };
    if (wishes.label !== undefined) {
      await list('Cite source as', 'Custom text');
      await text('Custom text for the source', wishes.label);
    }
    await list('Cite source as', wishes.source);
    await text('Title', wishes.title);
    await text('Alt text', wishes.alt);
    if (wishes.linksTo !== undefined) await linkTo(hands, row, wishes.linksTo);
    await text('Path in the post', wishes.path);
    await list('Show as', wishes.form);
    if (wishes.hidden) await hands.click(await panel.find('checkbox', 'Hidden in the post', row));
    if (wishes.words !== undefined) {
      const field = await panel.find('textbox', 'Your words', row);
      await hands.click(field);
      await typeWords(hands, field, wishes.words);
    }
    await panel.saved();
  });
}

/** Makes a picture link somewhere; does nothing if its page linked it there. */
async function linkTo(hands: Hands, row: Found, address: string): Promise<void> {
  const field = await hands.panel.find('textbox', 'Links to', row);
  const name = hands.tally.nameOf(address);
  if (name === undefined || (await textIn(field)) === address) await fill(hands, field, address);
  else await addressByName(hands, field, { address, name });
}
