import './fake-browser.ts';
import 'fake-indexeddb/auto';
import { act } from 'preact/test-utils';
import { afterEach, expect, it, vi } from 'vitest';
import { useSlow } from '../../../components/hooks/use-slow.ts';
import { NoLibrary } from '../../../components/library/NoLibrary.tsx';
import { hasRole, mount } from './support.tsx';

afterEach(() => vi.useRealTimers());
const said = () => document.querySelector('[role=alert]')?.textContent ?? '';

it('says that a newer version wrote the clips, and offers a copy of them', () => {
  mount(<NoLibrary why="storage-newer" />);
  expect(said()).toContain('Your clips need a newer Wrapup');
  expect(said()).toContain('Nothing was changed.');
  expect(hasRole('button', 'Save a copy of everything')).toBe(true);
});

it('says that they cannot be read, or not yet, and offers to try again', () => {
  mount(<NoLibrary why="storage-failed" />);
  expect(said()).toContain('Nothing was deleted.');
  expect(hasRole('button', 'Save a copy of everything')).toBe(false);
  mount(<NoLibrary why="slow" />);
  expect(said()).toContain('taking a long time to open');
  expect(hasRole('button', 'Try again')).toBe(true);
});

it('tells of waiting after three seconds, and no longer once it is over', () => {
  vi.useFakeTimers();
  const Waits = ({ waiting }: { waiting: boolean }) => <p>{useSlow(waiting) ? 'slow' : 'fast'}</p>;
  const show = mount(<Waits waiting />);
  const shown = () => document.querySelector('p')?.textContent;
  act(() => void vi.advanceTimersByTime(2_900));
  expect(shown()).toBe('fast');
  act(() => void vi.advanceTimersByTime(200));
  expect(shown()).toBe('slow');
  show(<Waits waiting={false} />);
  expect(shown()).toBe('fast');
});
