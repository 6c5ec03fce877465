import { waitFor } from '../../support/wait.ts';
import type { Hands } from '../hands.ts';
import { type Found, offersIn, textIn } from '../sight.ts';

/**
 * Writes a link to something that the product knows, at the end of a field, with its list of links:
 * after `[[` if the link's text is its name, else after the words in brackets.
 */
export async function linkByName(
  hands: Hands,
  link: { words: string; address: string; name: string },
): Promise<void> {
  const { words, address, name } = link;
  const section = new URL(address).hash;
  // After `[[`, a section is named by its heading.
  if (words === name && section === '') {
    // A second space would end the search.
    await hands.type(`[[${name.split(' ').slice(0, 2).join(' ')}`);
  } else await hands.type(`[${words}](`);
  const inPage = bare(address);
  const ofPage = bare(address.slice(0, address.length - section.length));
  const isFirst = (await offersAtRest(hands, [inPage, ofPage])).some(
    (offer) => offer.isNext && offer.address === inPage,
  );
  if (!isFirst && (words !== name || section !== '')) await hands.type(firstWord(name));
  if ((await chooseOffer(hands, [inPage, ofPage])) === inPage) return;
  // It offers the page, and not the section that was read.
  await hands.chord('ArrowLeft');
  await hands.type(section);
  await hands.chord('ArrowRight');
}

/** Fills an address field with an address that the product knows, by its name. */
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

/** Moves by arrows to the first of these addresses that is offered, and chooses it; returns it. */
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

/** Returns the offers once they are stable and contain one of these. */
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

/** Returns the word to search for, from which arrows continue. */
const firstWord = (name: string) => /^\S*[\p{L}\p{N}]/u.exec(name)?.[0] ?? name;

/** Returns the address as the list shows it. */
const bare = (address: string) => address.replace(/^https?:\/\/(?:www\.)?|\/$/g, '');
