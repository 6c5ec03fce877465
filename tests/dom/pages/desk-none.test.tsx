import './fake-page.ts';
import { beforeEach, expect, it } from 'vitest';
import { Desk } from '../../../entrypoints/desk/Desk.tsx';
import { database, deps } from '../../../lib/client/services.ts';
import { createWrapUp } from '../../support/items.ts';
import { byRole, click, hasRole, mount } from '../components/support.tsx';
import { eventually, showWide } from './fake-page.ts';

beforeEach(async () => {
  for (const table of database.tables) await table.clear();
  localStorage.clear();
  showWide(1366);
});

it('begins a wrap-up where there is none, and shows its empty post', {
  timeout: 60_000,
}, async () => {
  location.hash = '';
  mount(<Desk look={undefined} />);
  const begin = await eventually(
    'a way on',
    () => hasRole('button', 'New wrap-up') && byRole('button', 'New wrap-up'),
  );
  click(begin);
  await eventually('the post', () => document.querySelector('.desk-post .ghosts'));
  expect(await deps.wrapUps.list()).toHaveLength(1);
});

it('leads to those that are there, where the one it was opened for is gone', async () => {
  const there = createWrapUp({ title: 'Tidal Meetup' });
  await deps.wrapUps.put(there);
  location.hash = '#00000000-0000-4000-8000-000000000404';
  mount(<Desk look={undefined} />);
  const link = await eventually(
    'the other',
    () => hasRole('link', 'Tidal Meetup') && byRole('link', 'Tidal Meetup'),
  );
  expect((link as HTMLAnchorElement).hash).toBe(`#${there.id}`);
});
