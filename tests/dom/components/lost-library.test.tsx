import './fake-browser.ts';
import 'fake-indexeddb/auto';
import { act } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';
import { NoLibrary } from '../../../components/library/NoLibrary.tsx';
import { failure } from '../../../lib/core/base/errors.ts';
import { fail } from '../../../lib/core/base/result.ts';
import { openDatabase } from '../../../lib/store/database.ts';
import { lookRaw } from '../../../lib/store/raw-database.ts';
import { eventually } from '../../support/eventually.ts';
import { instant, note, uuid, wrapUp } from '../../support/records.ts';
import { hasRole, mount } from './support.tsx';

const local = vi.hoisted(() => ({ stored: {} as Record<string, unknown> }));
vi.mock('wxt/browser', async () => {
  const { browser } = await vi.importActual<{ browser: object }>('wxt/browser');
  const storage = {
    get: async () => local.stored,
    set: async (values: object) => void Object.assign(local.stored, values),
  };
  const onChanged = { addListener: () => {}, removeListener: () => {} };
  const runtime = { id: 'test', getManifest: () => ({ version: '0.1.0' }) };
  return { browser: Object.assign(browser, { runtime, storage: { local: storage, onChanged } }) };
});

const renderer = vi.hoisted(() => ({ refuses: false }));
vi.mock('../../../lib/client/renderer.ts', async (original) => {
  const real = await original<typeof import('../../../lib/client/renderer.ts')>();
  const exportWrapUp: typeof real.exportWrapUp = (...of) =>
    renderer.refuses ? fail(failure('template-large')) : real.exportWrapUp(...of);
  return { ...real, exportWrapUp };
});

/** Presses a button once it exists and is enabled. */
const press = async (name: string) => {
  const button = await eventually(() => {
    const found = [...document.querySelectorAll('button')].find(
      ({ textContent, disabled }) => textContent === name && !disabled,
    );
    expect(found).toBeDefined();
    return found;
  });
  act(() => button?.click());
};
const alertText = () => document.querySelector('[role=alert]')?.textContent ?? '';
const says = (words: string) => eventually(() => expect(alertText()).toContain(words));

it('says that the library is gone, writes nothing, and starts anew when told to', async () => {
  local.stored = { 'library:3': { id: uuid(7), writes: 12 } };
  mount(<NoLibrary why="library-gone" />);
  await says('There is no copy of it');
  expect(alertText()).toContain('Your library is gone');
  expect(await indexedDB.databases()).toEqual([]);
  await press('Start with an empty library');
  await eventually(async () =>
    expect((await lookRaw('wrapup'))?.mark).toEqual({ id: uuid(7), writes: 13 }),
  );
});

it('says how many changes are missing', async () => {
  local.stored = { 'library:0': { id: uuid(7), writes: 15 } };
  mount(<NoLibrary why="library-behind" />);
  await eventually(() =>
    expect(document.querySelector('h2')?.textContent).toBe('The newest 2 changes are missing'),
  );
  expect(hasRole('button', 'Continue without them')).toBe(true);
});

/**
 * Stands in for the browser's own files: there are none here, as in a Firefox that lost them with
 * the database.
 */
const keptWords = (id: string, writes: number) => ({
  'library:0': { id, writes },
  words: { at: instant, part: 'a', pieces: 1, writes, wrapUps: 1, items: 1, leftOut: 1 },
  'words:a:0': [
    { table: 'wrapUps', row: wrapUp() },
    { table: 'items', row: note(2) },
  ]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join(''),
});

const storedNow = async () => {
  const db = openDatabase('wrapup');
  const counts = [await db.wrapUps.count(), await db.items.count()];
  db.close();
  return counts;
};

it('brings the words back where nothing else is left, and says what they lack', async () => {
  indexedDB.deleteDatabase('wrapup');
  local.stored = keptWords(uuid(7), 40);
  mount(<NoLibrary why="library-gone" />);
  await says('with 1 wrap-up and 1 clip.');
  expect(alertText()).toContain('no pictures. There was no room in it for 1 wrap-up.');
  await press('Bring it back');
  await eventually(async () =>
    expect((await lookRaw('wrapup'))?.mark).toEqual({ id: uuid(7), writes: 41 }),
  );
  expect(await storedNow()).toEqual([1, 1]);
});

it('lets the copy take the place of a library that cannot be read, after asking', async () => {
  const db = openDatabase('wrapup');
  await db.items.clear();
  db.close();
  const mark = (await lookRaw('wrapup'))?.mark;
  local.stored = keptWords(uuid(7), mark?.writes ?? 0);
  mount(<NoLibrary why="storage-failed" />);
  await press('Use the copy instead…');
  expect(await storedNow()).toEqual([1, 0]);
  await press('Delete it and use the copy');
  await eventually(async () => expect(await storedNow()).toEqual([1, 1]));
});

it('says that the disk is full where the database does not open for that, and saves the copy elsewhere', async () => {
  local.stored = keptWords(uuid(7), 3);
  const saved: Blob[] = [];
  URL.createObjectURL = (blob) => {
    saved.push(blob as Blob);
    return 'blob:copy';
  };
  mount(<NoLibrary why="storage-full" />);
  await says('The disk is full');
  await says('Wrapup kept a copy');
  expect(hasRole('button', 'Use the copy instead…')).toBe(false);
  (document.querySelector('.copied-posts details') as HTMLDetailsElement).open = true;
  await eventually(() =>
    expect(document.querySelector('.copied-draft')?.textContent).toContain(note(2).note),
  );
  await press('Save the copy as a file');
  await vi.waitFor(() => expect(saved[0]?.size).toBeGreaterThan(500));
});

it('says where no draft can be made of a wrap-up of the copy', async () => {
  local.stored = keptWords(uuid(7), 3);
  renderer.refuses = true;
  mount(<NoLibrary why="storage-full" />);
  await says('Wrapup kept a copy');
  (document.querySelector('.copied-posts details') as HTMLDetailsElement).open = true;
  await says('Wrapup can’t put this draft together. Its words are all in the copy');
  expect(document.querySelector('.copied-draft')).toBeNull();
});
