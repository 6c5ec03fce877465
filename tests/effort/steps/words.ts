import type { Hands } from '../hands.ts';
import { type Found, isFocused, optionsIn, textIn, waitToHold } from '../sight.ts';
import { linkByName } from './links.ts';

const linkPattern = /\[([^[\]]*)\]\(((?:https?|mailto):(?:[^()\s]|\([^()\s]*\))*)\)/;

interface WrittenLink {
  words: string;
  address: string;
  /** Where it begins and ends. */
  from: number;
  to: number;
}

/** Returns the next link in Markdown; undefined if there is none. */
export function nextLink(markdown: string): WrittenLink | undefined {
  const match = linkPattern.exec(markdown);
  if (match === null) return undefined;
  const [whole, words = '', address = ''] = match;
  return { words, address, from: match.index, to: match.index + whole.length };
}

/** Returns the addresses of all links in Markdown. */
export const addressesIn = (markdown: string): string[] =>
  Array.from(markdown.matchAll(new RegExp(linkPattern, 'g')), ([, , address = '']) => address);

/** Types Markdown at the end of the focused field; links are made the way the product allows. */
export async function typeWords(hands: Hands, field: Found, markdown: string): Promise<void> {
  const before = await textIn(field);
  let rest = markdown;
  for (let link = nextLink(rest); link; link = nextLink(rest)) {
    await hands.type(rest.slice(0, link.from));
    const { words, address } = link;
    const name = hands.tally.nameOf(address);
    if (name !== undefined) await linkByName(hands, { words, address, name });
    else {
      await hands.type(`[${words}](`);
      await pasteAddress(hands, address, () => hands.clickAtEnd(field));
      await hands.type(')');
    }
    rest = rest.slice(link.to);
  }
  await hands.type(rest);
  await waitToHold(field, before + markdown);
}

/**
 * Copies an address where it is shown, and pastes it.
 * @param goBack puts the caret where it belongs
 */
export async function pasteAddress(
  hands: Hands,
  address: string,
  goBack: () => Promise<void>,
): Promise<void> {
  await hands.visit(address);
  await hands.copyAddress();
  await goBack();
  await hands.paste();
  // The bar shows a host with a trailing slash.
  if (hands.address === `${address}/`) await hands.correct('Backspace');
}

/**
 * Makes a field contain a text, by typing over its content; does nothing if it contains it already.
 */
export async function fill(hands: Hands, field: Found, text: string): Promise<void> {
  const before = await textIn(field);
  if (before === text) return;
  // A page's own address has one slash more than its owners write.
  if (before === `${text}/`) {
    await hands.clickAtEnd(field);
    await hands.chord('Backspace');
    return waitToHold(field, text);
  }
  const reach = () => (before === '' ? hands.click(field) : hands.selectAll(field));
  if (/^https?:/.test(text)) await pasteAddress(hands, text, reach);
  else {
    // The product may have put the caret there.
    if (before !== '' || !(await isFocused(field))) await reach();
    await hands.type(text);
  }
  await waitToHold(field, text);
}

/** Chooses an option, unless it is chosen already. */
export async function choose(hands: Hands, list: Found, option: string): Promise<void> {
  const chosen = (await optionsIn(list)).find((each) => each.chosen);
  if (chosen?.text !== option) await hands.choose(list, option);
}
