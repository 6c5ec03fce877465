import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WordSaver } from '../../../entrypoints/confirmation/annotate.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('one write at a time, and the last one wins', async () => {
  const written: string[] = [];
  const answers: ((done: boolean) => void)[] = [];
  const saver = new WordSaver(
    (words) => {
      written.push(words);
      return new Promise((resolve) => answers.push(resolve));
    },
    () => {},
  );
  saver.write('a');
  saver.write('ab');
  saver.write('abc');
  expect(written).toEqual(['a']);
  expect(saver.pending).toBe(true);
  answers.shift()?.(true);
  await vi.advanceTimersByTimeAsync(0);
  expect(written).toEqual(['a', 'abc']);
  answers.shift()?.(true);
  await vi.advanceTimersByTimeAsync(0);
  expect(saver.pending).toBe(false);
});

test('words that could not be saved are tried again until they are', async () => {
  const told: string[] = [];
  let works = false;
  const saver = new WordSaver(
    async () => works,
    (state) => told.push(state),
  );
  saver.write('words');
  await vi.advanceTimersByTimeAsync(0);
  expect(told).toEqual(['failed']);
  expect(saver.pending).toBe(true);
  works = true;
  await vi.advanceTimersByTimeAsync(2_000);
  expect(told).toEqual(['failed', 'saved']);
  expect(saver.pending).toBe(false);
});

test('a failed older text never comes after a newer one', async () => {
  const written: string[] = [];
  let works = false;
  const saver = new WordSaver(
    async (words) => {
      written.push(words);
      return works;
    },
    () => {},
  );
  saver.write('old');
  await vi.advanceTimersByTimeAsync(0);
  works = true;
  saver.write('new');
  await vi.advanceTimersByTimeAsync(10_000);
  expect(written).toEqual(['old', 'new']);
});
