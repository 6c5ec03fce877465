import { describe, expect, it } from 'vitest';
import { entryAt, isOutOfOrder, timelineOf } from '../../../lib/clips/timeline.ts';
import { typedTime } from '../../../lib/core/post/talk-note.ts';
import { createMoment } from '../../support/items.ts';
import { note, quote } from '../../support/records.ts';

const talk = 'https://youtu.be/aaaaaaaaaaa';
const moment = (startSeconds: number, words: string, mediaUrl = talk, mediaTitle = '') =>
  createMoment({ startSeconds, note: words, mediaUrl, mediaTitle });

describe('the timeline', () => {
  const items = [
    quote(1),
    moment(90, 'late'),
    note(2, { takenAt: '2026-03-19T19:42:00.000Z', note: 'then' }),
    moment(12, 'early', 'https://www.youtube.com/watch?v=aaaaaaaaaaa', 'Rings'),
    moment(3, 'elsewhere', 'https://vimeo.com/123456'),
    note(3, { note: 'a paragraph of the post' }),
    note(4, { takenAt: '2026-03-19T19:40:00.000Z', note: 'first' }),
  ];

  it('has the moments recording by recording, in its order, then the notes of the day', () => {
    const shown = timelineOf(items).map(({ title, entries }) => [
      title,
      entries.map((entry) => entry.note),
    ]);
    expect(shown).toEqual([
      ['Rings', ['early', 'late']],
      ['', ['elsewhere']],
      ['', ['first', 'then']],
    ]);
  });

  it('is empty where nothing has a time', () => {
    expect(timelineOf([quote(1), note(3)])).toEqual([]);
  });

  it.each([
    [0, undefined],
    [12, 'early'],
    [89, 'early'],
    [5_000, 'late'],
  ])('is at second %i at the entry %s', (seconds, words) => {
    expect(entryAt(timelineOf(items), talk, seconds)?.note).toBe(words);
  });
});

describe('the order of the post', () => {
  const at = (order: string, startSeconds: number) => createMoment({ order, startSeconds });
  it.each([
    [[at('a1', 3), at('a2', 9)], false],
    [[at('a1', 9), at('a2', 3)], true],
    [[at('a1', 9)], false],
  ])('is told from that of the recording', (moments, differs) => {
    expect(timelineOf(moments).map(isOutOfOrder)).toEqual([differs]);
  });
});

describe('a time typed before the words', () => {
  it.each([
    ['45:56 The ring', { seconds: 2756, words: 'The ring' }],
    ['1:02:03  One\nTwo', { seconds: 3723, words: 'One\nTwo' }],
    ['0:07', { seconds: 7, words: '' }],
  ])('is found in %j', (text, found) => expect(typedTime(text)).toEqual(found));

  it.each(['The ring at 45:56', '45:61 no', '45 rings', '45:5', '3:4:5 no', '12:34pm', ''])(
    'is not found in %j',
    (text) => expect(typedTime(text)).toBeUndefined(),
  );
});
