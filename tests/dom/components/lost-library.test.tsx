import './fake-browser.ts';
import 'fake-indexeddb/auto';
import { act } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';
import { NoLibrary } from '../../../components/library/NoLibrary.tsx';
import { lookRaw } from '../../../lib/store/raw-database.ts';
import { uuid } from '../../support/records.ts';
import { hasRole, mount } from './support.tsx';

const local = vi.hoisted(() => ({ stored: {} as Record<string, unknown> }));
vi.mock('wxt/browser', async () => {
  const { browser } = await vi.importActual<{ browser: object }>('wxt/browser');
  const storage = {
    get: async () => local.stored,
    set: async (values: object) => void Object.assign(local.stored, values),
  };
  return { browser: Object.assign(browser, { storage: { local: storage } }) };
});

const settled = () => act(() => new Promise<void>((resolve) => void setTimeout(resolve, 50)));

it('says that the library is gone, writes nothing, and starts anew when told to', async () => {
  local.stored = { 'library:3': { id: uuid(7), writes: 12 } };
  mount(<NoLibrary why="library-gone" />);
  await settled();
  expect(document.querySelector('[role=alert]')?.textContent).toContain('Your library is gone');
  expect(await indexedDB.databases()).toEqual([]);
  const start = [...document.querySelectorAll('button')].find(
    ({ textContent }) => textContent === 'Start with an empty library',
  );
  act(() => start?.click());
  await vi.waitFor(async () =>
    expect((await lookRaw('wrapup'))?.mark).toEqual({ id: uuid(7), writes: 13 }),
  );
});

it('says how many changes are missing', async () => {
  local.stored = { 'library:0': { id: uuid(7), writes: 15 } };
  mount(<NoLibrary why="library-behind" />);
  await settled();
  expect(document.querySelector('h2')?.textContent).toBe('The newest 2 changes are missing');
  expect(hasRole('button', 'Continue without them')).toBe(true);
});
