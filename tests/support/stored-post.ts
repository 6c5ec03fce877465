import type { Item } from '../../lib/core/post/item.ts';
import { keysAfter } from '../../lib/core/post/order.ts';
import type { WrapUp } from '../../lib/core/post/wrap-up.ts';
import { itemToRow, wrapUpToRow } from '../../lib/store/rows.ts';
import { settingKeys } from '../../lib/store/setting-keys.ts';
import type { Harness } from './browsers/harness.ts';
import { createQuote, createSource } from './items.ts';
import { storeRecords } from './stored-records.ts';

/** Stores a current wrap-up with these items, in their order, in the extension's database. */
export const storePost = (harness: Harness, wrapUp: WrapUp, items: readonly Item[]) =>
  storeLibrary(harness, { current: wrapUp.id, wrapUps: [wrapUp], items: { [wrapUp.id]: items } });

interface Library {
  /** Id of the wrap-up to which new clips go, or of the inbox. */
  current: string;
  wrapUps: readonly WrapUp[];
  /** Items in their order, by the id of their wrap-up or of the inbox. */
  items: Readonly<Record<string, readonly Item[]>>;
}

export async function storeLibrary(
  harness: Harness,
  { current, wrapUps, items }: Library,
): Promise<void> {
  const rows = Object.entries(items).flatMap(([wrapUpId, inOrder]) => {
    const orders = keysAfter(undefined, inOrder.length);
    return inOrder.map((item, at) => itemToRow({ ...item, wrapUpId, order: orders[at] ?? '' }));
  });
  const own = await harness.openOwn('icon/16.png');
  await storeRecords(own, {
    wrapUps: wrapUps.map(wrapUpToRow),
    items: rows,
    settings: [{ key: settingKeys.activeWrapUpId, value: current }],
  });
  await own.close();
}

const guide = createSource({
  canonicalUrl: 'https://tides.example/guide',
  title: 'Reading a gauge | Tides',
  cleanTitle: 'Reading a gauge',
  siteName: 'Tides',
});

/** The words of three quotes of the guide in `tests/fixtures/clipping.ts`. */
export const guideWords = [
  'A gauge knows nothing',
  'it counts millimetres',
  'leaves the rest',
] as const;

/** These quotes as clipping stores them, without their selectors and fingerprints. */
export const guideQuotes = () => [
  createQuote({ source: guide, text: guideWords[0], markdown: 'A gauge knows *nothing*' }),
  createQuote({
    source: guide,
    text: guideWords[1],
    markdown: 'it counts [millimetres](https://tides.example/units#mm)',
  }),
  createQuote({ source: guide, text: guideWords[2], markdown: guideWords[2] }),
];
