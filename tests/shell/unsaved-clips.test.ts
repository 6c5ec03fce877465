import { beforeEach, expect, it, vi } from 'vitest';
import { unsavedClips, watchUnsavedClips } from '../../lib/browser/unsaved-clips.ts';
import type { UnsavedClip } from '../../lib/core/capture/unsaved-clip.ts';
import { eventually } from '../support/eventually.ts';
import { instant, uuid } from '../support/records.ts';
import { shell } from '../support/shell-browser.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../support/shell-browser.ts')).shellBrowser,
}));

beforeEach(() => shell.reset());

const unsaved = (n: number, changes: Partial<UnsavedClip> = {}): UnsavedClip => ({
  id: uuid(n),
  tabId: 7,
  code: 'storage-full',
  at: instant,
  title: 'Tides',
  markdown: '> The moon pulls.',
  ...changes,
});

it('keeps several side by side, and shows the latest first', async () => {
  const seen: string[][] = [];
  const end = watchUnsavedClips((all) => seen.push(all.map(({ id }) => id)));
  await unsavedClips.keep(unsaved(1, { at: '2026-03-19T09:30:00.000Z' }));
  await unsavedClips.keep(unsaved(2, { at: '2026-03-19T09:31:00.000Z' }));
  await eventually(() => expect(seen.at(-1)).toEqual([uuid(2), uuid(1)]));
  expect(await unsavedClips.get(uuid(1))).toEqual(unsaved(1, { at: '2026-03-19T09:30:00.000Z' }));
  await unsavedClips.discard(uuid(2));
  await eventually(() => expect(seen.at(-1)).toEqual([uuid(1)]));
  end();
});

it('refuses what is too large, and leaves room for the small things', async () => {
  const megabyte = 'ä'.repeat(500_000);
  expect(await unsavedClips.keep(unsaved(1, { markdown: megabyte.repeat(9) }))).toBe(false);
  expect(await unsavedClips.keep(unsaved(2, { markdown: megabyte.repeat(5) }))).toBe(true);
  expect(await unsavedClips.get(uuid(1))).toBeUndefined();
  expect(shell.session.size).toBe(1);
});

it('keeps the words that were typed last, in whatever order they arrive', async () => {
  const typed = (turn: number) => unsavedClips.keep(unsaved(1, { turn, markdown: `${turn}` }));
  expect(await Promise.all([typed(3), typed(10), typed(9)])).toEqual([true, true, true]);
  expect((await unsavedClips.get(uuid(1)))?.markdown).toBe('10');
  await unsavedClips.discard(uuid(1), 9);
  expect((await unsavedClips.get(uuid(1)))?.markdown).toBe('10');
  await unsavedClips.discard(uuid(1), 10);
  expect(await unsavedClips.get(uuid(1))).toBeUndefined();
});

it('is nothing to stumble over where what is stored is of another shape', async () => {
  shell.session.set(`unsaved:${uuid(3)}`, { id: 7 });
  expect(await unsavedClips.get(uuid(3))).toBeUndefined();
  const seen: unknown[] = [];
  const end = watchUnsavedClips((all) => seen.push(all));
  await eventually(() => expect(seen).toEqual([[]]));
  end();
});
