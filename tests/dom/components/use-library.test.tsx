import './fake-browser.ts';
import 'fake-indexeddb/auto';
import { act } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';
import { useLibrary } from '../../../components/hooks/use-library.ts';
import { wrapUp, wrapUpId } from '../../support/records.ts';
import { mount } from './support.tsx';

/** The watches of the store, answered by the test. */
const answers = vi.hoisted(() => ({}) as Record<string, (...values: unknown[]) => void>);
const failures = vi.hoisted(() => ({}) as Record<string, (...values: unknown[]) => void>);
vi.mock('../../../lib/store/watch.ts', async (original) => {
  type Answer = (...values: unknown[]) => void;
  const watch = (name: string) => (_: unknown, next: Answer, fail: Answer) => {
    answers[name] = next;
    failures[name] = fail;
    return () => {};
  };
  return {
    ...(await original<object>()),
    watchWrapUps: watch('all'),
    watchActiveWrapUp: watch('active'),
    watchItemCount: (_: unknown, _place: string, next: (...values: unknown[]) => void) => {
      answers.inbox = next;
      return () => {};
    },
  };
});

const seen: { list?: unknown } = {};
function Shown() {
  const { wrapUps, placeId, failed, list } = useLibrary(undefined);
  seen.list = list;
  if (failed) return <p>{failed.code}</p>;
  return <p>{wrapUps === undefined ? 'reading' : `${wrapUps.length} at ${placeId ?? 'none'}`}</p>;
}
const shown = () => document.body.textContent;

// On a slow machine the first look times out, and the live queries answer one after the other.
it('does not take a library for an empty one before it is known what takes the clips', () => {
  mount(<Shown />);
  act(() => answers.all?.([wrapUp()], 0));
  expect(shown()).toBe('reading');
  act(() => answers.active?.({ id: wrapUpId, wrapUp: wrapUp() }));
  expect(shown()).toBe(`1 at ${wrapUpId}`);
});

it('knows an empty library once both are read', () => {
  mount(<Shown />);
  act(() => answers.active?.({ id: undefined, wrapUp: undefined }));
  expect(shown()).toBe('reading');
  act(() => answers.all?.([], 0));
  expect(shown()).toBe('0 at none');
});

it('says that the wrap-ups could not be read, though all else is', async () => {
  mount(<Shown />);
  act(() => answers.active?.({ id: wrapUpId, wrapUp: wrapUp() }));
  act(() => answers.inbox?.(0));
  await vi.waitFor(() => expect(seen.list).toBeDefined());
  act(() => failures.all?.({ code: 'storage-failed' }));
  expect(shown()).toBe('storage-failed');
});
