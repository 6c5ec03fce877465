import './fake-page.ts';
import { beforeEach, expect, it } from 'vitest';
import { createCheckActions } from '../../../components/hooks/use-check-actions.ts';
import { editProfile, useReadStyle } from '../../../components/hooks/use-profile.ts';
import { database, deps, pending } from '../../../lib/client/services.ts';
import { defaultProfile, type HouseStyle } from '../../../lib/core/post/profile.ts';
import { styleKey } from '../../../lib/store/setting-keys.ts';
import { uuid } from '../../support/records.ts';
import { mount } from '../components/support.tsx';
import { eventually } from './fake-page.ts';

const [own, gone] = [uuid(1), uuid(2)];
const now = new Map<string, HouseStyle | undefined>();

/** A component that shows a wrap-up in a style. */
function Shown({ styleId = '' }: { styleId?: string }) {
  now.set(styleId, useReadStyle(styleId || undefined).value);
  return null;
}

beforeEach(async () => {
  for (const table of database.tables) await table.clear();
  now.clear();
  const put = (id: string, changes: object) =>
    database.settings.put({ key: styleKey(id), value: { ...defaultProfile, ...changes } });
  await put(own, { name: 'Own' });
  await put(gone, { name: 'Gone', deletedAt: '2026-11-20T09:00:00.000Z' });
});

const off = async (id?: string) =>
  ((await database.settings.get(styleKey(id ?? 'profile')))?.value as typeof defaultProfile)
    ?.checksOff ?? [];
const turnOff = (style: HouseStyle | undefined) =>
  createCheckActions({
    style,
    offerUndo: () => {},
    showNotice: () => {},
    editText: async () => ({ state: 'same' }) as never,
  }).turnOff('doubled-word');

it('a check is switched off in the style of the wrap-up that is shown, whatever else the page reads', async () => {
  // A page also reads the first style while it does not know its wrap-up.
  mount([<Shown key={1} styleId={own} />, <Shown key={2} />]);
  await eventually('both', () => now.get(own) && now.get(''));
  await turnOff(now.get(own));
  expect(await off(own)).toEqual(['doubled-word']);
  expect(await off()).toEqual([]);
});

it('and in the first one where its own is deleted', async () => {
  mount(<Shown styleId={gone} />);
  await eventually('it', () => now.get(gone));
  expect(now.get(gone)?.id).toBe('profile');
  await turnOff(now.get(gone));
  expect(await off()).toEqual(['doubled-word']);
  expect(await off(gone)).toEqual([]);
  await editProfile({ bullet: '+' });
  expect((await deps.settings.profile()).bullet).toBe('+');
});

it('nothing is switched off while no style is read', async () => {
  await turnOff(undefined);
  expect(await off()).toEqual([]);
});

it('a style is the same object while something else is typed, and another once it says something else', async () => {
  mount(<Shown styleId={own} />);
  const before = (await eventually('it', () => now.get(own)))?.profile;
  now.clear();
  pending.add(uuid(9), { note: 'a letter' });
  expect((await eventually('another look', () => now.get(own)))?.profile).toBe(before);
  const style = { ...defaultProfile, name: 'Own' };
  now.clear();
  await database.settings.put({ key: styleKey(own), value: style });
  expect((await eventually('what was read', () => now.get(own)))?.profile).toBe(before);
  await database.settings.put({ key: styleKey(own), value: { ...style, bullet: '+' } });
  await eventually('the change', () => now.get(own)?.profile.bullet === '+');
  expect(now.get(own)?.profile).not.toBe(before);
});
