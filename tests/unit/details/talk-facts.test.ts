import { describe, expect, it, test } from 'vitest';
import { addTalk, changeTalk, talksOf } from '../../../lib/core/post/talks.ts';
import {
  type FactKind,
  hasFact,
  likelyFacts,
  setFact,
  talksFor,
} from '../../../lib/details/talk-facts.ts';
import { uuid, wrapUp, wrapUpId } from '../../support/records.ts';

const page = (url: string, title = 'A page') => ({ url, title });
const one = wrapUp();
const two = { ...one, ...addTalk(one, uuid(7)) };

test.each([
  ['https://github.com/tidepool-db/tidepool', ['repository']],
  ['https://github.com/tidepool-db/tidepool/issues/4', []],
  ['https://speakerdeck.com/ada/rings', ['slides']],
  ['https://youtu.be/abc-DEF_123?t=40', ['recording']],
  ['https://www.meetup.com/rustling/events/304567890/', ['event']],
  ['https://www.meetup.com/rustling/', []],
  ['https://tidepool.example/notes/gauges', []],
] as const)('%s says that it is %j', (url, kinds) => {
  expect(likelyFacts(url)).toEqual(kinds);
});

describe('a page that is made a fact', () => {
  it.each<[FactKind, string, string]>([
    ['slides', 'https://speakerdeck.com/ada/rings?slide=4', 'https://speakerdeck.com/ada/rings'],
    ['repository', 'https://github.com/t/t?tab=readme-ov-file', 'https://github.com/t/t'],
    [
      'recording',
      'https://www.youtube.com/watch?v=abc-DEF_123&t=4',
      'https://youtu.be/abc-DEF_123',
    ],
    ['slides', 'https://ada.example/x?utm_source=y', 'https://ada.example/x'],
  ])('%s: %s is linked to as %s', (kind, url, linked) => {
    const { changes, replaced } = setFact(one, undefined, kind, page(url));
    const [talk] = talksOf({ ...one, ...changes });
    expect(kind === 'recording' ? talk?.recording.url : talk?.[kind as 'slides']).toBe(linked);
    expect(replaced).toBe('');
    expect(hasFact({ ...one, ...changes }, kind, url)).toBe(true);
    expect(hasFact(one, kind, url)).toBe(false);
  });

  it('says what it took the place of', () => {
    const before = { ...one, ...changeTalk(one, undefined, { slides: 'https://old.example/' }) };
    expect(setFact(before, undefined, 'slides', page('https://new.example/')).replaced).toBe(
      'https://old.example/',
    );
  });

  it('is that of the talk that was chosen, and of no other', () => {
    const { changes } = setFact(two, uuid(7), 'recording', page('https://youtu.be/abc-DEF_123'));
    expect(talksOf({ ...two, ...changes }).map((talk) => talk.recording.url)).toEqual([
      '',
      'https://youtu.be/abc-DEF_123',
    ]);
    expect(changes).not.toHaveProperty('recording');
  });

  it('names the event only where it has no name, and keeps its start', () => {
    const url = 'https://www.meetup.com/rustling/events/304567890/';
    const set = (event: typeof one.event) =>
      setFact({ ...one, event }, undefined, 'event', page(url, 'Meetup #12')).changes.event;
    const start = { startsAt: '2026-03-17T19:00', timeZone: 'Europe/Berlin' };
    expect(set({ name: '', url: '', ...start })).toEqual({ name: 'Meetup #12', url, ...start });
    expect(set({ name: 'Ours', url: '', ...start })).toMatchObject({ name: 'Ours', url });
  });
});

describe('which talk a page is of', () => {
  it('is asked where there are several', () => {
    const ids = (kind: FactKind) =>
      talksFor(two, kind, 'https://youtu.be/abc-DEF_123').map(({ id }) => id);
    expect(ids('slides')).toEqual([wrapUpId, uuid(7)]);
    expect(ids('event')).toEqual([wrapUpId]);
  });

  it('is known where it is the recording of one', () => {
    const url = 'https://youtu.be/abc-DEF_123';
    const recording = { url, picture: '', pictureAlt: '' };
    const known = { ...two, ...changeTalk(two, uuid(7), { recording }) };
    expect(talksFor(known, 'recording', `${url}?t=90`).map(({ id }) => id)).toEqual([uuid(7)]);
  });
});
