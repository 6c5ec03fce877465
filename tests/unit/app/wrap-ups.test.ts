import { describe, expect, it } from 'vitest';
import {
  createNextWrapUp,
  ensureActiveWrapUp,
  setActiveWrapUp,
} from '../../../lib/app/active-wrap-up.ts';
import { archiveWrapUp, editWrapUp, restoreWrapUp } from '../../../lib/app/edit-wrap-up.ts';
import { fakeStores } from '../../support/fake-stores.ts';
import { instant, uuid, wrapUp } from '../../support/records.ts';

const clock = { now: () => instant, offsetMinutes: () => 60 };
const day = (n: number) => `2026-01-0${n}T00:00:00.000Z`;

describe('what takes the clips', () => {
  it('is made where there is nothing', async () => {
    const stores = fakeStores();
    const active = await ensureActiveWrapUp({ ...stores, clock });
    expect(active).toMatchObject({ ok: true, value: { wrapUp: { title: 'Wrap-up 2026-03-19' } } });
    expect(await stores.wrapUps.list()).toHaveLength(1);
    expect(await ensureActiveWrapUp({ ...stores, clock })).toEqual(active);
    expect(await stores.wrapUps.list()).toHaveLength(1);
  });

  it('is the inbox where the note-taker chose it', async () => {
    const stores = fakeStores({ wrapUps: [wrapUp()] });
    await setActiveWrapUp(stores, 'inbox');
    expect(await ensureActiveWrapUp({ ...stores, clock })).toEqual({
      ok: true,
      value: { id: 'inbox', wrapUp: undefined },
    });
  });

  it('is the one changed last where the chosen one was archived', async () => {
    const stores = fakeStores({
      wrapUps: [
        wrapUp({ id: uuid(1), updatedAt: day(1) }),
        wrapUp({ id: uuid(2), updatedAt: day(2) }),
        wrapUp({ id: uuid(3), updatedAt: day(3) }),
      ],
    });
    await setActiveWrapUp(stores, uuid(3));
    await archiveWrapUp({ ...stores, clock }, uuid(3));
    expect(await stores.settings.activeWrapUpId()).toBe(uuid(2));
    expect(await ensureActiveWrapUp({ ...stores, clock })).toMatchObject({
      value: { id: uuid(2) },
    });
  });

  it('is the next of the series where all are archived', async () => {
    const stores = fakeStores({ wrapUps: [wrapUp({ archivedAt: instant })] });
    expect(await ensureActiveWrapUp({ ...stores, clock })).toMatchObject({
      value: { wrapUp: { title: 'Rustling Meetup #13 wrap-up' } },
    });
  });

  it('can be one from the archive, which is open again then', async () => {
    const stores = fakeStores({ wrapUps: [wrapUp({ archivedAt: instant })] });
    expect(await setActiveWrapUp(stores, uuid(1))).toMatchObject({
      value: { wrapUp: { archivedAt: null } },
    });
    expect(await setActiveWrapUp(stores, uuid(404))).toMatchObject({
      error: { code: 'wrap-up-gone' },
    });
  });

  it('is none from the trash, which a window may still offer that has not heard of it', async () => {
    const stores = fakeStores({ wrapUps: [wrapUp({ deletedAt: instant })] });
    expect(await setActiveWrapUp(stores, uuid(1))).toMatchObject({
      error: { code: 'wrap-up-gone' },
    });
    expect(await stores.wrapUps.get(uuid(1))).toMatchObject({ deletedAt: instant });
    expect(await stores.settings.activeWrapUpId()).toBeUndefined();
  });
});

it('creates the next one from the one created last, whatever was changed since', async () => {
  const stores = fakeStores({
    wrapUps: [
      wrapUp({ id: uuid(1), title: 'Rustling #11', createdAt: day(1), updatedAt: day(5) }),
      wrapUp({ id: uuid(2), title: 'Rustling #12', createdAt: day(2), updatedAt: day(2) }),
    ],
  });
  const next = await createNextWrapUp({ ...stores, clock }, { id: uuid(3) });
  expect(next).toMatchObject({ ok: true, value: { id: uuid(3), title: 'Rustling #13' } });
  expect(await stores.settings.activeWrapUpId()).toBe(uuid(3));
  expect(await createNextWrapUp({ ...stores, clock }, { title: 'A workshop' })).toMatchObject({
    value: { title: 'A workshop', tags: ['summary', 'meetup'] },
  });
});

describe('the slug', () => {
  const slugAfter = async (slug: string, changes: object) => {
    const stores = fakeStores({ wrapUps: [wrapUp({ slug })] });
    const edited = await editWrapUp(stores, uuid(1), changes);
    return edited.ok ? edited.value.record.slug : edited.error;
  };

  it('follows the title', async () => {
    expect(await slugAfter('rustling-meetup-12-wrap-up', { title: 'Über uns' })).toBe('uber-uns');
  });
  it('stays where it is the note-taker’s own', async () => {
    expect(await slugAfter('12', { title: 'Other' })).toBe('12');
    expect(await slugAfter('rustling-meetup-12-wrap-up', { title: 'X', slug: 'y' })).toBe('y');
  });
});

it('puts a wrap-up into the archive and takes it out again', async () => {
  const stores = fakeStores({ wrapUps: [wrapUp()] });
  expect(await archiveWrapUp({ ...stores, clock }, uuid(1))).toMatchObject({
    value: { record: { archivedAt: instant } },
  });
  expect(await restoreWrapUp(stores, uuid(1))).toMatchObject({
    value: { record: { archivedAt: null } },
  });
  expect(await editWrapUp(stores, uuid(404), {})).toMatchObject({
    error: { code: 'wrap-up-gone' },
  });
});
