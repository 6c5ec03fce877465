import { waitFor } from '../../support/wait.ts';
import type { Hands } from '../hands.ts';
import { type Found, offersIn, textIn } from '../sight.ts';

/**
 * Writes a link to what the product knows, at the end of a field, by its list of links: behind `[[` where it
 * is called as the link shall be, else behind the words in brackets.
 */
export async function linkByName(
  hands: Hands,
  link: { words: string; address: string; name: string },
): Promise<void> {
  const { words, address, name } = link;
  const section = new URL(address).hash;
  // Behind `[[`, a section is called by its heading.
  if (words === name && section === '') {
    // A second space would be that of a text.
    await hands.type(`[[${name.split(' ').slice(0, 2).join(' ')}`);
  } else await hands.type(`[${words}](`);
  const inPage = bare(address);
  const ofPage = bare(address.slice(0, address.length - section.length));
  const isFirst = (await offersAtRest(hands, [inPage, ofPage])).some(
    (offer) => offer.isNext && offer.address === inPage,
  );
  if (!isFirst && (words !== name || section !== '')) await hands.type(firstWord(name));
  if ((await chooseOffer(hands, [inPage, ofPage])) === inPage) return;
  // The page is offered, and not the section that one read in it.
  await hands.chord('ArrowLeft');
  await hands.type(section);
  await hands.chord('ArrowRight');
}

/** Fills a field for an address with one that the product knows, by its name. */
export async function addressByName(
  hands: Hands,
  field: Found,
  link: { address: string; name: string },
): Promise<void> {
  if ((await textIn(field)) === '') await hands.click(field);
  else await hands.selectAll(field);
  await hands.type(firstWord(link.name));
  await chooseOffer(hands, [bare(link.address)]);
}

/** Goes by arrows to the first of these addresses that is offered, and chooses it; returns it. */
async function chooseOffer(hands: Hands, addresses: readonly string[]): Promise<string> {
  const offers = await offersAtRest(hands, addresses);
  const places = addresses.map((each) => offers.findIndex(({ address }) => address === each));
  const wanted = places.find((at) => at >= 0) ?? -1;
  const next = offers.findIndex(({ isNext }) => isNext);
  for (let at = next; at < wanted; at++) await hands.chord('ArrowDown');
  await hands.chord('Enter');
  await waitFor(
    'the list of links to close',
    async () => (await hands.see('.link-picker')) === null,
  );
  return offers[wanted]?.address ?? '';
}

/** What is offered once it changes no more and one of these is among it. */
function offersAtRest(hands: Hands, wanted: readonly string[]) {
  let last = '';
  return waitFor(`a link to ${wanted[0]} to be offered`, async () => {
    const picker = await hands.see('.link-picker');
    const offers = picker ? await offersIn(picker) : [];
    const now = JSON.stringify(offers);
    const isSame = now === last;
    last = now;
    await new Promise((resolve) => setTimeout(resolve, 60));
    return isSame && offers.some(({ address }) => wanted.includes(address)) ? offers : null;
  });
}

/** What one seeks by, and goes on from by arrows. */
const firstWord = (name: string) => /^\S*[\p{L}\p{N}]/u.exec(name)?.[0] ?? name;

/** As the list shows it. */
const bare = (address: string) => address.replace(/^https?:\/\/(?:www\.)?|\/$/g, '');
