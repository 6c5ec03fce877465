import { waitFor } from '../../support/wait.ts';
import type { Hands } from '../hands.ts';
import { type Found, isFocused, isSame, namesIn, wordsOf } from '../sight.ts';
import { addressByName } from './links.ts';
import { fill, typeWords } from './words.ts';

/** Opens the desk from the panel, and lets new clips wait in its tray. */
export async function openDesk(hands: Hands): Promise<void> {
  await hands.tally.during('place', async () => {
    await hands.openDesk();
    await hands.click(await hands.desk.find('button', 'Land new clips here'));
    await waitFor('the landing line', () => hands.seeAtDesk('.desk-tray .landing-line'));
  });
  hands.tally.landing();
}

/** Begins the post at the placeholder for a note on its empty page. */
export async function beginAtDesk(hands: Hands): Promise<void> {
  await hands.tally.during('words', async () => {
    const ghosts = await waitFor('the empty post', () => hands.seeAtDesk('.desk-post .ghosts'));
    const ghost = (await ghosts.$$('button.ghost')).at(-1);
    if (!ghost) throw new Error('There is no place for a note');
    await hands.click(ghost);
  });
}

/** Continues writing in the open note, at the caret. */
export async function writeAtDesk(hands: Hands, markdown: string): Promise<void> {
  await hands.tally.during('words', async () => {
    await typeWords(hands, await openField(hands), markdown);
  });
}

/**
 * Puts a clip of the tray below what is written, with a slash in an empty line.
 * @param name the beginning of its name in the list
 */
export async function putClip(hands: Hands, name: string): Promise<void> {
  await hands.tally.during('place', async () => {
    const before = await openField(hands);
    await hands.type('\n\n');
    await hands.chord('/');
    await waitFor('what there is', () => hands.seeAtDesk('.palette [role=option]'));
    await hands.type(name);
    await waitFor(`“${name}”`, async () => {
      const list = await hands.seeAtDesk('.palette');
      const names = list ? await namesIn(list) : [];
      return names[0]?.toLowerCase().startsWith(name.toLowerCase());
    });
    await hands.chord('Enter');
    await waitFor('a note below it', async () => {
      const next = await hands.seeAtDesk('.block.on textarea');
      return next && !(await isSame(next, before)) && (await isFocused(next));
    });
  });
}

/** Adds to the picture of the post what its page did not say, and hides it. */
export async function completePicture(
  hands: Hands,
  wanted: { path: string; linksTo: string; linkName: string; isHidden: boolean },
): Promise<void> {
  await hands.tally.during('words', async () => {
    const block = await waitFor('the picture', () => hands.seeAtDesk('.block[data-kind=image]'));
    const main = await block.$('.block-body');
    if (!main) throw new Error('This block does not open');
    await hands.click(main);
    const field = (label: string) => hands.desk.find('textbox', label);
    const link = { address: wanted.linksTo, name: wanted.linkName };
    await addressByName(hands, await field('Links to'), link);
    await fill(hands, await field('Path in the post'), wanted.path);
    const hide = await block.$('.act button[aria-label^=Hide]');
    if (wanted.isHidden && hide) await hands.click(hide);
    await deskAtRest(hands);
  });
}

/** Waits until everything typed is stored, and the draft contains it. */
export async function deskAtRest(hands: Hands): Promise<void> {
  await waitFor('everything to be saved', () => hands.seeAtDesk('.desk-saved.saved'));
  let last = '';
  await waitFor('a draft that stands still', async () => {
    const preview = await hands.seeAtDesk('.desk-preview');
    const text = preview ? await wordsOf(preview) : '';
    const isStill = text !== '' && text === last;
    last = text;
    await new Promise((resolve) => setTimeout(resolve, 400));
    return isStill;
  });
}

function openField(hands: Hands): Promise<Found> {
  return waitFor('the text that is written in', async () => {
    const field = await hands.seeAtDesk('.block.on textarea');
    return field && (await isFocused(field)) ? field : null;
  });
}
