import { describe, expect, it } from 'vitest';
import {
  beginNote,
  finishNote,
  noteSeconds,
  type Taking,
  takeTime,
} from '../../../lib/client/talk-taking.ts';
import type { PageOverview, Recording } from '../../../lib/core/media/recording.ts';
import type { TalkNote } from '../../../lib/core/post/talk-note.ts';
import { pageInfo, uuid } from '../../support/records.ts';

const mediaUrl = 'https://youtu.be/aaaaaaaaaaa';
const recording: Recording = {
  frameId: 0,
  frameUrl: 'https://www.youtube.com/watch?v=aaaaaaaaaaa',
  kind: 'video',
  currentSeconds: 100,
  durationSeconds: 5400,
  playing: true,
  rate: 2,
  live: false,
  mediaUrl,
  mediaTitle: 'Rings',
  chapter: 'The ring',
  checkTime: false,
};
const overview = (changes: Partial<PageOverview> = {}): PageOverview => ({
  page: pageInfo(),
  hasSelection: false,
  selectionPreview: '',
  hasEvent: false,
  hasCalendar: false,
  hasPerson: false,
  recording,
  embedUrl: '',
  ...changes,
});
const taking = (changes: Partial<Taking> = {}): Taking => ({
  recording,
  seconds: 102.7,
  overview: overview(),
  secondsBack: 0,
  takenAt: '2026-03-19T19:42:00.000Z',
  ...changes,
});
const begin = (note: string, changes: Partial<Taking> = {}) =>
  beginNote(uuid(1), note, taking(changes));
const nothing = { recording: null, seconds: null };
const embedded = { ...nothing, overview: overview({ recording: null, embedUrl: mediaUrl }) };

describe('a note that is begun', () => {
  it('takes the recording and its time, cut to the second', () => {
    expect(begin('W').moment).toEqual({
      page: pageInfo(),
      timeMissing: false,
      facts: {
        startSeconds: 102,
        mediaUrl,
        mediaTitle: 'Rings',
        chapter: 'The ring',
        checkTime: false,
      },
    });
  });

  it('starts some seconds before, where one likes it so, never before the start', () => {
    expect(noteSeconds(begin('W', { secondsBack: 10 }))).toBe(92);
    expect(noteSeconds(begin('W', { secondsBack: 600 }))).toBe(0);
  });

  it.each([
    ['nothing plays', { ...nothing, overview: overview({ recording: null }) }],
    ['the page cannot be read', { ...nothing, overview: undefined }],
  ])('has the time of day alone where %s', (_why, changes) => {
    expect(begin('W', changes)).toEqual({
      id: uuid(1),
      note: 'W',
      takenAt: '2026-03-19T19:42:00.000Z',
      moment: null,
    });
  });

  it('gets its time mended by what the page says a little later', () => {
    expect(takeTime(overview(), 1_500, 0)?.facts.startSeconds).toBe(97);
    const stopped = overview({ recording: { ...recording, playing: false } });
    expect(takeTime(stopped, 1_500, 30)?.facts.startSeconds).toBe(70);
    expect(takeTime(overview({ recording: null }), 1_500, 0)).toBeNull();
  });
});

describe('a note that is sent', () => {
  const facts = (note: TalkNote) => finishNote(note)?.moment?.facts;

  it('is without the white space around it', () => {
    expect(finishNote(begin('  Why \n'))?.note).toBe('Why');
  });

  it.each(['', '  ', '\n'])('is none where nothing is in it: %j', (text) => {
    expect(finishNote(begin(text, nothing))).toBeUndefined();
    expect(finishNote(begin(text))).toBeUndefined();
  });

  it('has the time that is typed before the words', () => {
    const note = begin('45:56 The ring');
    expect(noteSeconds(note)).toBe(2756);
    expect(finishNote(note)).toMatchObject({
      note: 'The ring',
      moment: { facts: { startSeconds: 2756 } },
    });
  });

  it('of a player that cannot be read has the time that is typed', () => {
    expect(noteSeconds(begin('The ring', embedded))).toBeNull();
    expect(facts(begin('20:02 The ring', embedded))).toMatchObject({
      startSeconds: 1202,
      mediaUrl,
      checkTime: false,
    });
    expect(facts(begin('20:02', embedded))).toMatchObject({ startSeconds: 1202 });
  });

  it('of such a player without a time is a note like any other', () => {
    expect(finishNote(begin('The ring', embedded))).toMatchObject({
      note: 'The ring',
      moment: null,
    });
  });

  it('keeps a time of day in its words where there is no recording', () => {
    expect(finishNote(begin('12:30 lunch', nothing))?.note).toBe('12:30 lunch');
  });
});
