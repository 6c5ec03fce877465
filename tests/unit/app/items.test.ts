import { describe, expect, it } from 'vitest';
import { addNote, addSection } from '../../../lib/app/add-item.ts';
import { deleteItems, restoreItems } from '../../../lib/app/delete-items.ts';
import { editItem } from '../../../lib/app/edit-item.ts';
import { type MoveTarget, moveItems } from '../../../lib/app/move-items.ts';
import { moveItemsToWrapUp } from '../../../lib/app/move-items-to-wrap-up.ts';
import { sortInPlace } from '../../../lib/app/sort-in-place.ts';
import type { Item } from '../../../lib/core/post/item.ts';
import { fakeStores } from '../../support/fake-stores.ts';
import { image, instant, quote, source, uuid, wrapUp, wrapUpId } from '../../support/records.ts';

const clock = { now: () => instant, offsetMinutes: () => 60 };
const one = () =>
  fakeStores({
    wrapUps: [wrapUp(), wrapUp({ id: uuid(99) })],
    items: [1, 2, 3].map((n) => quote(n)),
  });
const order = async (stores: ReturnType<typeof fakeStores>, id = wrapUpId) =>
  (await stores.items.list(id)).map((item) => Number(item.id.slice(-4)));

it('edits an item, and says when it is gone', async () => {
  const stores = one();
  const edited = await editItem(stores, uuid(1), { note: 'Yes.', hidden: true });
  expect(edited).toMatchObject({ ok: true, value: { record: { note: 'Yes.', hidden: true } } });
  expect(await editItem(stores, uuid(404), { note: '' })).toMatchObject({
    ok: false,
    error: { code: 'clip-gone' },
  });
});

it('deletes items in such a way that they can be restored in their place', async () => {
  const stores = one();
  await deleteItems({ ...stores, clock }, [uuid(1), uuid(2)]);
  expect(await order(stores)).toEqual([3]);
  await restoreItems(stores, [uuid(2)]);
  expect(await order(stores)).toEqual([2, 3]);
});

describe('moving', () => {
  it.each<[string, number, MoveTarget, number[]]>([
    ['before another', 3, { beforeId: uuid(1) }, [3, 1, 2]],
    ['after another', 1, { afterId: uuid(2) }, [2, 1, 3]],
    ['after the last', 1, { afterId: uuid(3) }, [2, 3, 1]],
    ['to the end', 1, 'end', [2, 3, 1]],
  ])('%s', async (_, moved, target, expected) => {
    const stores = one();
    const result = await moveItems(stores, wrapUpId, [uuid(moved)], target);
    expect(result).toMatchObject({ ok: true, value: { items: [{ id: uuid(moved) }] } });
    expect(await order(stores)).toEqual(expected);
  });

  it.each<[string, MoveTarget]>([
    ['after itself', { afterId: uuid(2) }],
    ['before the one behind it', { beforeId: uuid(3) }],
  ])('%s writes nothing', async (_, target) => {
    const stores = one();
    const result = await moveItems(stores, wrapUpId, [uuid(2)], target);
    expect(result).toMatchObject({ ok: true, value: { items: [] } });
    expect(await order(stores)).toEqual([1, 2, 3]);
  });

  it('behind one that was deleted meanwhile goes to where that was', async () => {
    const stores = one();
    await deleteItems({ ...stores, clock }, [uuid(2)]);
    await moveItems(stores, wrapUpId, [uuid(1)], { afterId: uuid(2) });
    expect(await order(stores)).toEqual([1, 3]);
    await moveItems(stores, wrapUpId, [uuid(3)], { beforeId: uuid(1) });
    await moveItems(stores, wrapUpId, [uuid(3)], { afterId: uuid(2) });
    expect(await order(stores)).toEqual([1, 3]);
  });

  it('to another wrap-up or out of the inbox puts them at its end, in the order given', async () => {
    const stores = one();
    await stores.items.put(quote(7, { wrapUpId: uuid(99) }));
    expect(await moveItemsToWrapUp(stores, [uuid(3), uuid(1)], uuid(99))).toMatchObject({
      ok: true,
    });
    expect(await order(stores)).toEqual([2]);
    expect(await order(stores, uuid(99))).toEqual([7, 3, 1]);
    await moveItemsToWrapUp(stores, [uuid(7)], 'inbox');
    expect(await order(stores, 'inbox')).toEqual([7]);
  });

  it('to a wrap-up that is gone moves nothing', async () => {
    const stores = one();
    expect(await moveItemsToWrapUp(stores, [uuid(1)], uuid(404))).toMatchObject({
      error: { code: 'wrap-up-gone' },
    });
    expect(await order(stores)).toEqual([1, 2, 3]);
  });

  it('gives a picture another file name where its own is taken', async () => {
    const stores = fakeStores({
      wrapUps: [wrapUp(), wrapUp({ id: uuid(99) })],
      items: [image(1), image(2, { wrapUpId: uuid(99) })],
    });
    await moveItemsToWrapUp(stores, [uuid(1)], uuid(99));
    expect(await stores.items.get(uuid(1))).toMatchObject({ fileName: 'ring-2.png' });
  });
});

it('sorts items at the places that they have together, and leaves the others', async () => {
  const stores = one();
  const [first, , third] = await stores.items.list(wrapUpId);
  await sortInPlace(stores, [third, first] as Item[]);
  expect(await order(stores)).toEqual([3, 2, 1]);
  await sortInPlace(stores, await stores.items.list(wrapUpId));
  expect(await order(stores)).toEqual([3, 2, 1]);
});

describe('the page of a PDF', () => {
  const url = 'https://papers.example/ring.pdf';
  const fragment = (page: number) => ({
    type: 'FragmentSelector',
    conformsTo: 'http://tools.ietf.org/rfc/rfc3778',
    value: `page=${page}`,
  });

  it('is a place in the source, too, and can be taken away again', async () => {
    const stores = fakeStores({ items: [quote(1, { source: source({ url }) })] });
    await editItem(stores, uuid(1), { page: 25 });
    expect(await stores.items.get(uuid(1))).toMatchObject({
      page: 25,
      source: { url, selectors: [fragment(25)] },
    });
    await editItem(stores, uuid(1), { page: null });
    expect(await stores.items.get(uuid(1))).toMatchObject({
      page: null,
      source: { selectors: [] },
    });
  });
});

describe('adding', () => {
  it('puts a note at the end, or where it is wanted', async () => {
    const stores = one();
    await addNote({ ...stores, clock }, { id: uuid(8), wrapUpId, note: 'Last.' });
    await addNote(
      { ...stores, clock },
      { id: uuid(9), wrapUpId, note: 'First.', form: 'bullet', at: { beforeId: uuid(1) } },
    );
    expect(await order(stores)).toEqual([9, 1, 2, 3, 8]);
    expect(await stores.items.get(uuid(9))).toMatchObject({ kind: 'note', form: 'bullet' });
  });

  it('makes notes whose shortcodes and HTML are written as typed', async () => {
    const stores = one();
    await addNote({ ...stores, clock }, { id: uuid(8), wrapUpId, note: '{{< x >}}' });
    expect(await stores.items.get(uuid(8))).toMatchObject({ asTyped: true });
  });

  it('makes a lead-in or a heading', async () => {
    const stores = one();
    const added = await addSection({ ...stores, clock }, { wrapUpId, note: 'Misc', form: 'h2' });
    expect(added).toMatchObject({ ok: true, value: { kind: 'section', form: 'h2', note: 'Misc' } });
  });

  it('says when the disk is full', async () => {
    const stores = one();
    stores.writeError = Object.assign(new Error('full'), { code: 'storage-full' });
    expect(await addNote({ ...stores, clock }, { wrapUpId, note: 'x' })).toMatchObject({
      ok: false,
      error: { code: 'storage-full' },
    });
  });
});

it('moves nothing into a wrap-up that was deleted meanwhile', async () => {
  const stores = fakeStores({
    wrapUps: [wrapUp(), wrapUp({ id: uuid(99), deletedAt: instant })],
    items: [quote(1)],
  });
  expect(await moveItemsToWrapUp(stores, [uuid(1)], uuid(99))).toMatchObject({
    ok: false,
    error: { code: 'wrap-up-gone' },
  });
  expect(await order(stores)).toEqual([1]);
});
