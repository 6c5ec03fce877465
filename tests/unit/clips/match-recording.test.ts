import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { marksAgree, matchNotes, secondsAt } from '../../../lib/clips/match-recording.ts';

const day = Date.parse('2026-03-17T19:00:00.000Z');
const at = (seconds: number) => new Date(day + seconds * 1_000).toISOString();
const mark = (dayS: number, seconds: number) => ({ takenAt: at(dayS), seconds });

describe('notes taken by the time of day', () => {
  it('follow the clock once one of them has its time in the recording', () => {
    const notes = [0, 300, 1_500].map((seconds) => ({ takenAt: at(seconds) }));
    expect(matchNotes(notes, [mark(300, 42)]).map((each) => each.startSeconds)).toEqual([
      null,
      42,
      1_242,
    ]);
  });

  it('a second one takes out what a break or a clock that drifts put between them', () => {
    // Ten minutes of the day are eight of the recording; after that the clock runs as before.
    const marks = [mark(0, 100), mark(600, 580)];
    expect(secondsAt(marks, at(300))).toBe(340);
    expect(secondsAt(marks, at(700))).toBe(680);
    expect(secondsAt(marks, at(-50))).toBe(50);
    expect(secondsAt(marks.toReversed(), at(300))).toBe(340);
  });

  it('cannot be matched by marks that contradict each other', () => {
    expect(marksAgree([mark(0, 100), mark(600, 580)])).toBe(true);
    expect(marksAgree([mark(600, 580), mark(0, 100)])).toBe(true);
    expect(marksAgree([mark(0, 100), mark(600, 90)])).toBe(false);
    expect(marksAgree([mark(0, 100), mark(0, 200)])).toBe(false);
  });
});

describe('any notes and marks', () => {
  const gap = fc.integer({ min: 1, max: 20_000 });
  const marks = fc
    .tuple(fc.integer({ min: 0, max: 50_000 }), fc.nat(50_000), fc.option(fc.tuple(gap, gap)))
    .map(([dayS, seconds, second]) => [
      mark(dayS, seconds),
      ...(second ? [mark(dayS + second[0], seconds + second[1])] : []),
    ]);
  const times = fc.array(fc.integer({ min: 0, max: 100_000 }), { maxLength: 20 });

  test('keep their order, and those with a mark have its time exactly', () => {
    fc.assert(
      fc.property(marks, times, (set, seconds) => {
        expect(marksAgree(set)).toBe(true);
        for (const each of set) expect(secondsAt(set, each.takenAt)).toBeCloseTo(each.seconds, 6);
        const notes = seconds.toSorted((a, b) => a - b).map((each) => ({ takenAt: at(each) }));
        const found = matchNotes(notes, set).map((each) => each.startSeconds ?? -1);
        expect(found).toEqual(found.toSorted((a, b) => a - b));
      }),
    );
  });

  test('of one mark are as far apart as they were taken', () => {
    fc.assert(
      fc.property(times, fc.nat(50_000), (seconds, start) => {
        const notes = seconds.map((each) => ({ takenAt: at(each) }));
        const found = matchNotes(notes, [mark(0, start)]);
        expect(found.map((each) => each.startSeconds)).toEqual(seconds.map((each) => each + start));
      }),
    );
  });
});
