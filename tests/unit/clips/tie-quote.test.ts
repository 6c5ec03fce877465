import { describe, expect, it } from 'vitest';
import { canClipAgain, isUntied, quoteToTie, tiedTo } from '../../../lib/clips/tie-quote.ts';
import type { Item, Quote } from '../../../lib/core/post/item.ts';
import { opened } from '../../support/opened-posts.ts';
import { quote, source } from '../../support/records.ts';

const page = 'https://docs.tidepool.example/guide/';
const captured =
  'Every append lands in a ring of daemons. The ring holds five of them at any time.';
const clip = (changes: Partial<Quote> = {}): Quote =>
  quote(9, { text: captured, markdown: captured, ...changes });
const quotesOf = async (text: string): Promise<Item[]> => (await opened(text)).items;
const from = (words: string, address: string) => `> ${words}\n>\n> -- [a page](${address})\n`;

describe('the quote of an opened post that a clip has the words of', () => {
  it.each([
    ['all of them', captured, page],
    ['some, and says so', 'Every append [...] daemons. The **ring** holds five', page],
    ['with a typing mistake in a long sentence', captured.replace('holds', 'hold'), page],
    [
      'from when the site had no https',
      'The ring holds five',
      'http://www.docs.tidepool.example/guide',
    ],
  ])('has %s', async (_, words, address) => {
    const items = await quotesOf(from(words, address));
    expect(quoteToTie(clip(), undefined, items)).toBe(items[0]);
  });

  it.each([
    ['other words', 'Nothing of the kind is said there', page],
    ['words of another page', captured, 'https://elsewhere.example/'],
    ['too few words of no page', 'The ring holds', ''],
  ])('is not one of %s', async (_, words, address) => {
    const items = await quotesOf(address === '' ? `> ${words}\n` : from(words, address));
    expect(quoteToTie(clip(), undefined, items)).toBeUndefined();
  });

  it('may name no page, if it has words enough', async () => {
    const items = await quotesOf('> The ring holds five of them\n');
    expect(quoteToTie(clip(), undefined, items)).toBe(items[0]);
  });

  it('is the one that is wanted, wherever its page is by now, if it says these words', async () => {
    const items = await quotesOf(
      `${from(captured, page)}\nthen\n\n${from('The ring holds five', 'https://moved.example/')}`,
    );
    const wanted = items.findLast(isUntied);
    expect(quoteToTie(clip(), wanted, items)).toBe(wanted);
    expect(quoteToTie(clip({ markdown: 'Other words' }), wanted, items)).toBeUndefined();
  });

  it('is none that is tied, and none that was clipped', async () => {
    const items = await quotesOf(from(captured, page));
    const tied = items.map((item) => ({ ...item, ...tiedTo(item as Quote, clip()) }) as Item);
    expect(items.map(canClipAgain)).toEqual([true]);
    expect(tied.map(canClipAgain)).toEqual([false]);
    expect(quoteToTie(clip(), tied[0], tied)).toBeUndefined();
    expect(isUntied(quote(3, { source: source({ mediaType: '' }) }))).toBe(false);
  });

  it('keeps its words, and has the page’s to compare them with', async () => {
    const [item] = await quotesOf(from('The **ring** holds five', page));
    expect(tiedTo(item as Quote, clip({ page: 3 }))).toMatchObject({
      text: captured,
      markdown: captured,
      editedMarkdown: 'The **ring** holds five',
      page: 3,
    });
    const [whole] = await quotesOf(from(captured, page));
    expect(tiedTo(whole as Quote, clip()).editedMarkdown).toBeNull();
  });
});
