import './fake-browser.ts';
import { expect, it, vi } from 'vitest';
import { UnsavedClips } from '../../../components/clips/UnsavedClips.tsx';
import type { UnsavedClip } from '../../../lib/core/capture/unsaved-clip.ts';
import { byRole, click, hasRole, mount } from './support.tsx';

const clip: UnsavedClip = {
  id: '00000000-0000-4000-8000-000000000001',
  tabId: 7,
  code: 'storage-full',
  at: '2026-03-19T09:30:00.000Z',
  title: 'Tides',
  markdown: '> The moon pulls twice a day.\n',
  candidate: {},
};

function show(clips: UnsavedClip[]) {
  const calls = { onCopy: vi.fn(), onClipAgain: vi.fn(), onDiscard: vi.fn() };
  mount(<UnsavedClips clips={clips} reason={({ code }) => `Why: ${code}.`} {...calls} />);
  return calls;
}

it('says why each was not saved, that the browser forgets it, and what it is', () => {
  show([clip, { ...clip, id: `${clip.id.slice(0, -1)}2`, markdown: '> Low water.' }]);
  const texts = [...document.querySelectorAll('[data-unsaved]')].map((row) => row.textContent);
  expect(texts).toHaveLength(2);
  expect(texts[0]).toContain('Why: storage-full.');
  expect(texts[0]).toContain('The moon pulls twice a day.');
  expect(texts[1]).toContain('Low water.');
});

it('offers to take it or to throw it away', () => {
  const calls = show([clip]);
  click(byRole('button', 'Clip again'));
  click(byRole('button', 'Copy as Markdown'));
  click(byRole('button', 'Throw away'));
  expect(calls.onClipAgain).toHaveBeenCalledExactlyOnceWith(clip);
  expect(calls.onCopy).toHaveBeenCalledExactlyOnceWith(clip);
  expect(calls.onDiscard).toHaveBeenCalledExactlyOnceWith(clip);
});

it('offers no new clip where only the words were kept', () => {
  const { candidate: _, ...words } = clip;
  show([words]);
  expect(hasRole('button', 'Clip again')).toBe(false);
});

it('is nothing where there is none', () => {
  show([]);
  expect(document.querySelector('.unsaved-clips')).toBeNull();
});
