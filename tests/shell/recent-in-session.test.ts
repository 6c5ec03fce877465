import { beforeEach, expect, it, vi } from 'vitest';
import { rememberConfirmed, wasConfirmed } from '../../lib/browser/confirmed-clips.ts';
import { rememberOffer, wasOffered } from '../../lib/browser/offered-clips.ts';
import { uuid } from '../support/records.ts';

const { stored } = vi.hoisted(() => ({ stored: new Map<string, unknown>() }));
vi.mock('wxt/browser', () => ({
  browser: {
    storage: {
      session: {
        get: async (key: string) => ({ [key]: structuredClone(stored.get(key)) }),
        set: async (values: object) => {
          for (const [key, value] of Object.entries(values))
            stored.set(key, structuredClone(value));
        },
      },
    },
  },
}));
beforeEach(() => stored.clear());

const size = () => JSON.stringify([...stored]).length;

it('a clip can be changed from the tab in which it was confirmed, and from no other', async () => {
  await rememberConfirmed(3, uuid(1));
  expect(await wasConfirmed(3, uuid(1))).toBe(true);
  expect(await wasConfirmed(4, uuid(1))).toBe(false);
  expect(await wasConfirmed(3, uuid(2))).toBe(false);
});

it('all that are confirmed at once are remembered', async () => {
  await Promise.all(Array.from({ length: 50 }, (_, at) => rememberConfirmed(at, uuid(at))));
  for (let at = 0; at < 50; at++) expect(await wasConfirmed(at, uuid(at)), `${at}`).toBe(true);
});

it('a session of a thousand clips in a thousand tabs leaves no more than one of a hundred', async () => {
  const clip = async (at: number) => {
    await rememberConfirmed(1_000 + at, uuid(at));
    await rememberOffer(1_000 + at, { retry: { requestId: uuid(at), intent: { what: 'here' } } });
  };
  for (let at = 0; at < 100; at++) await clip(at);
  const after100 = size();
  for (let at = 100; at < 1_000; at++) await clip(at);
  expect(size()).toBe(after100);
  expect(await wasConfirmed(1_999, uuid(999))).toBe(true);
  expect(await wasOffered(1_999, { requestId: uuid(999), intent: { what: 'here' } })).toBe(true);
  expect(await wasConfirmed(1_000, uuid(0))).toBe(false);
});

it('a record that is of another version counts as none', async () => {
  stored.set('confirmed', { odd: true });
  expect(await wasConfirmed(3, uuid(1))).toBe(false);
  await rememberConfirmed(3, uuid(1));
  expect(await wasConfirmed(3, uuid(1))).toBe(true);
});
