import { describe, expect, it, vi } from 'vitest';
import { RecordingClock } from '../../../lib/client/recording-clock.ts';
import type { Recording } from '../../../lib/core/media/recording.ts';

const recording: Recording = {
  frameId: 0,
  frameUrl: 'https://talks.example/12/',
  kind: 'video',
  currentSeconds: 60,
  durationSeconds: 90,
  playing: true,
  rate: 1,
  live: false,
  mediaUrl: 'https://talks.example/12/talk.webm',
  mediaTitle: 'Rings',
  chapter: '',
  checkTime: false,
};

describe('the clock of a recording', () => {
  let nowMs = 0;
  const clockOf = (changes: Partial<Recording> = {}) => {
    const clock = new RecordingClock(() => nowMs);
    clock.set({ ...recording, ...changes });
    return clock;
  };
  const secondsIn = (elapsedMs: number, clock: RecordingClock) => {
    nowMs += elapsedMs;
    return clock.seconds();
  };

  it.each([
    ['runs on by itself', {}, 2_500, 62.5],
    ['as fast as the recording', { rate: 2 }, 2_500, 65],
    ['stands while that stands', { playing: false }, 2_500, 60],
    ['ends with it', {}, 60_000, 90],
    ['runs on where nobody knows the end', { durationSeconds: null }, 60_000, 120],
  ])('%s', (_what, changes, elapsedMs, seconds) => {
    expect(secondsIn(elapsedMs, clockOf(changes))).toBe(seconds);
  });

  it('knows no time without a recording', () => {
    const clock = clockOf();
    clock.set(null);
    expect(secondsIn(1_000, clock)).toBeNull();
  });

  it('takes a newer standing of the same recording, and tells', () => {
    const clock = clockOf();
    const told = vi.fn();
    clock.listen(told);
    const { frameId, frameUrl, rate } = recording;
    expect(clock.sync({ frameId, frameUrl, rate, currentSeconds: 70, playing: false })).toBe(true);
    expect(secondsIn(5_000, clock)).toBe(70);
    expect(told).toHaveBeenCalledOnce();
  });

  it('takes nothing of another page’s: the tab went on', () => {
    const clock = clockOf();
    const { frameId, rate, playing } = recording;
    const frameUrl = 'https://talks.example/13/';
    expect(clock.sync({ frameId, frameUrl, rate, currentSeconds: 3, playing })).toBe(false);
    expect(secondsIn(0, clock)).toBe(60);
  });
});
