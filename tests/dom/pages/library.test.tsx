import './fake-page.ts';
import { beforeEach, expect, it } from 'vitest';
import { Library } from '../../../entrypoints/library/Library.tsx';
import { database, deps } from '../../../lib/client/services.ts';
import { createNote, createWrapUp } from '../../support/items.ts';
import { byRole, click, mount } from '../components/support.tsx';
import { eventually } from './fake-page.ts';

const deletedAt = new Date().toISOString();

beforeEach(async () => {
  for (const table of database.tables) await table.clear();
});

it('has a section for each concern', async () => {
  mount(<Library />);
  await eventually('the trash', () => document.body.textContent?.includes('The trash is empty'));
  expect([...document.querySelectorAll('h2')].map(({ textContent }) => textContent)).toEqual([
    'Backup',
    'Restore',
    'Trash',
    'Snapshots',
    'Erase everything',
  ]);
});

it('puts back what is in the trash, and says where it is', async () => {
  const wrapUp = createWrapUp({ title: 'Tidal Meetup' });
  await deps.wrapUps.put(wrapUp);
  await deps.items.put(createNote({ wrapUpId: wrapUp.id, note: 'Low water', deletedAt }));
  mount(<Library />);
  await eventually('the note', () => document.body.textContent?.includes('Low water'));
  click(byRole('button', 'Put back: “Low water”'));
  await eventually('the note in its wrap-up', async () =>
    (await deps.items.list(wrapUp.id)).some((item) => item.kind === 'note'),
  );
  await eventually('an empty trash', () => document.body.textContent?.includes('trash is empty'));
});
