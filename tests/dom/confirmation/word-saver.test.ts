import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type SaveOutcome, WordSaver } from '../../../entrypoints/confirmation/annotate.ts';
import type { TypedOver } from '../../../lib/core/capture/typed-over.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A saver whose answers come when the test gives them. */
function set(base = '') {
  const sent: { words: string; over: TypedOver }[] = [];
  const answers: ((outcome: SaveOutcome) => void)[] = [];
  const told: SaveOutcome[] = [];
  const saver = new WordSaver(
    base,
    (words, over) => {
      sent.push({ words, over });
      return new Promise((resolve) => answers.push(resolve));
    },
    (outcome) => told.push(outcome),
  );
  const answer = async (outcome: SaveOutcome) => {
    answers.shift()?.(outcome);
    await vi.advanceTimersByTimeAsync(0);
  };
  const texts = () => sent.map(({ words }) => words);
  const typedOver = (at: number) => {
    const over = sent.at(at)?.over;
    return [over?.base, ...(over?.sent ?? []).map(({ text }) => text)];
  };
  return { saver, sent, told, answer, texts, typedOver };
}

test('every letter is sent before anything is answered: the tab may be closed the next moment', () => {
  const { saver, texts } = set();
  saver.write('a');
  saver.write('ab');
  saver.write('abc');
  expect(texts()).toEqual(['a', 'ab', 'abc']);
  expect(saver.pending).toBe(true);
});

test('each text says what it was typed over: what is stored, and what may be', async () => {
  const { saver, sent, answer, typedOver } = set('stored');
  saver.write('stored a');
  saver.write('stored ab');
  expect(typedOver(-1)).toEqual(['stored', 'stored a']);
  expect(sent[1]?.over.sent[0]?.editId).toBe(sent[0]?.over.editId);
  await answer('saved');
  saver.write('stored abc');
  expect(typedOver(-1)).toEqual(['stored a', 'stored ab']);
  await answer('saved');
  await answer('saved');
  expect(saver.pending).toBe(false);
  saver.write('stored');
  expect(typedOver(-1)).toEqual(['stored abc']);
  expect(new Set(sent.map(({ over }) => over.fieldId)).size).toBe(1);
});

test('“Saved” is reported only after the last letter', async () => {
  const { saver, told, answer } = set();
  saver.write('a');
  saver.write('ab');
  await answer('saved');
  expect(told).toEqual([]);
  await answer('saved');
  expect(told).toEqual(['saved']);
});

test('words that could not be saved are tried again until they are', async () => {
  const { saver, told, answer, texts, typedOver } = set();
  saver.write('words');
  await answer('failed');
  expect(told).toEqual(['failed']);
  expect(saver.pending).toBe(true);
  await vi.advanceTimersByTimeAsync(2_000);
  // Nobody knows whether the first arrived.
  expect(typedOver(-1)).toEqual(['', 'words']);
  await answer('saved');
  expect(told).toEqual(['failed', 'saved']);
  expect(texts()).toEqual(['words', 'words']);
  expect(saver.pending).toBe(false);
});

test('a failed older text never comes after a newer one', async () => {
  const { saver, answer, texts } = set();
  saver.write('old');
  await answer('kept');
  saver.write('new');
  await answer('saved');
  await vi.advanceTimersByTimeAsync(10_000);
  expect(texts()).toEqual(['old', 'new']);
});

test('where nothing is answered, what is on its way stays bounded, and the last text is sent then', async () => {
  const { saver, answer, texts } = set();
  for (let n = 1; n <= 200; n++) saver.write('x'.repeat(n));
  expect(texts().length).toBeLessThanOrEqual(50);
  await answer('saved');
  expect(texts().at(-1)).toBe('x'.repeat(200));
  const long = set();
  for (let n = 1; n <= 20; n++) long.saver.write('x'.repeat(100_000 + n));
  expect(long.texts().length).toBeLessThanOrEqual(4);
});
