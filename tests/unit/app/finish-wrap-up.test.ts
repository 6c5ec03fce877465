import { expect, it } from 'vitest';
import { finishWrapUp } from '../../../lib/app/finish-wrap-up.ts';
import { fakeStores } from '../../support/fake-stores.ts';
import { instant, uuid, wrapUp, wrapUpId } from '../../support/records.ts';

const later = '2027-01-10T10:00:00.000Z';
const clock = { now: () => later, offsetMinutes: () => 60 };

it('archives a wrap-up, and begins the next with its number plus one, which takes the clips', async () => {
  const stores = fakeStores({
    wrapUps: [wrapUp({ title: 'Tidal Meetup #55 wrap-up', tags: ['tides'] })],
  });
  await stores.settings.setActiveWrapUpId(wrapUpId);
  const finished = await finishWrapUp({ ...stores, clock }, wrapUpId);
  if (!finished.ok) throw new Error(finished.error.code);
  const { next, isNew, changeId } = finished.value;
  expect(next).toMatchObject({
    title: 'Tidal Meetup #56 wrap-up',
    tags: ['tides'],
    archivedAt: null,
  });
  expect(isNew).toBe(true);
  expect(await stores.settings.activeWrapUpId()).toBe(next.id);
  expect(await stores.wrapUps.get(next.id)).toEqual(next);
  expect((await stores.wrapUps.get(wrapUpId))?.archivedAt).toBe(later);
  expect(changeId).toBeDefined();
});

it('goes on with the one that was begun after it, and not with an older one or one that is archived', async () => {
  const stores = fakeStores({
    wrapUps: [
      wrapUp({ title: 'Tidal Meetup #55', createdAt: instant }),
      wrapUp({ id: uuid(97), title: 'Older', createdAt: '2020-01-01T10:00:00.000Z' }),
      wrapUp({ id: uuid(98), title: 'Gone', createdAt: later, archivedAt: later }),
    ],
  });
  const made = await finishWrapUp({ ...stores, clock }, wrapUpId);
  expect(made).toMatchObject({
    ok: true,
    value: { isNew: true, next: { title: 'Tidal Meetup #56' } },
  });
  const again = fakeStores({
    wrapUps: [wrapUp({ createdAt: instant }), wrapUp({ id: uuid(98), createdAt: later })],
  });
  const found = await finishWrapUp({ ...again, clock }, wrapUpId);
  expect(found).toMatchObject({ ok: true, value: { isNew: false, next: { id: uuid(98) } } });
  expect(await again.settings.activeWrapUpId()).toBe(uuid(98));
});

it('says that it is gone', async () => {
  expect(await finishWrapUp({ ...fakeStores(), clock }, wrapUpId)).toMatchObject({
    ok: false,
    error: { code: 'wrap-up-gone' },
  });
});
