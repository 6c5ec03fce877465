import './fake-page.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Popup } from '../../../entrypoints/popup/Popup.tsx';
import { database, deps } from '../../../lib/client/services.ts';
import { createNote, createWrapUp } from '../../support/items.ts';
import { byRole, click, hasRole, mount } from '../components/support.tsx';
import { eventually, showWide } from './fake-page.ts';

/** Code that is loaded later and its effect, controlled by this test. */
const renderer = vi.hoisted(() => ({ isThere: true, exportWrapUp: undefined as unknown }));
vi.mock('../../../lib/client/loaded-later.ts', async (load) => {
  const actual = await load<typeof import('../../../lib/client/loaded-later.ts')>();
  const { loadCode } = await import('../../../lib/core/base/load-code.ts');
  return {
    ...actual,
    loadRenderer: () =>
      loadCode('renderer', async () => {
        if (!renderer.isThere) throw new TypeError('Failed to fetch a module');
        const real = await import('../../../lib/client/renderer.ts');
        return renderer.exportWrapUp ? { ...real, exportWrapUp: renderer.exportWrapUp } : real;
      }),
  };
});

const wrapUp = createWrapUp({ title: 'Tidal Meetup' });
const rows = () => document.querySelectorAll('li[data-kind=note]').length;
const alerts = () =>
  [...document.querySelectorAll('[role=alert]')].map(({ textContent }) => textContent);

beforeEach(async () => {
  localStorage.clear();
  showWide(0);
  for (const table of database.tables) await table.clear();
  await deps.wrapUps.put(wrapUp);
  await deps.settings.setActiveWrapUpId(wrapUp.id);
  await deps.items.put(createNote({ wrapUpId: wrapUp.id, order: 'a0', note: 'First' }));
});
afterEach(() => {
  renderer.isThere = true;
  renderer.exportWrapUp = undefined;
});

it('shows the list, and says that the code of the draft did not load', async () => {
  renderer.isThere = false;
  mount(<Popup look={undefined} />);
  await eventually('its row', () => rows() === 1);
  click(byRole('tab', 'Draft'));
  await eventually('the sentence', () => alerts().some((each) => each?.includes('is safe')));
  expect(alerts()).toHaveLength(1);
  expect(hasRole('button', 'Try again')).toBe(true);
});

it('says so where a draft cannot be put together, whatever went wrong', async () => {
  renderer.exportWrapUp = () => {
    throw new TypeError('A fault of ours');
  };
  mount(<Popup look={undefined} />);
  await eventually('its row', () => rows() === 1);
  click(byRole('tab', 'Draft'));
  await eventually('the sentence', () =>
    alerts().some((each) => each?.includes('could not be put together')),
  );
  expect(hasRole('button', 'Try again')).toBe(true);
});
