import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeValue } from '../../../../lib/core/merge/merge-value.ts';
import {
  addTalk,
  changeTalk,
  type Evening,
  moveTalk,
  removeTalk,
  setTalkSpeaker,
  talksOf,
} from '../../../../lib/core/post/talks.ts';
import { uuid as id, wrapUp, wrapUpId } from '../../../support/records.ts';

const speaker = (n: number) => ({
  id: id(n),
  name: `Speaker ${n}`,
  url: '',
  role: '',
  rolePosition: 'after' as const,
  affiliation: { name: '', url: '' },
});
const recording = (url: string) => ({ url, picture: '', pictureAlt: '' });
const speakers = [speaker(11), speaker(12), speaker(13)];
const evening = { ...wrapUp(), speakers, recording: recording('https://video.example/1') };
const talk = (n: number, speakerIds: string[], url = '') => ({
  id: id(n),
  title: `Talk ${n}`,
  speakerIds,
  slides: '',
  repository: '',
  recording: recording(url),
});
const names = (of: Evening) =>
  talksOf(of).map((each) => each.speakers.map(({ name }) => name.slice(-2)));
const urls = (of: Evening) => talksOf(of).map((each) => each.recording.url);

describe('the talks of an evening', () => {
  it('are one by all speakers where nobody told them apart', () => {
    const [only, ...others] = talksOf(evening);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ title: '', speakers, recording: evening.recording });
    expect(only).not.toHaveProperty('id');
  });

  it('have the speakers that they name, the first also those whom none names', () => {
    const talks = talksOf({
      ...evening,
      talks: [talk(21, [id(12)]), talk(22, [id(13)], 'https://video.example/2')],
    });
    expect(talks.map((each) => [each.title, each.speakers.map(({ name }) => name)])).toEqual([
      ['Talk 21', ['Speaker 12', 'Speaker 11']],
      ['Talk 22', ['Speaker 13']],
    ]);
    expect(talks.map((each) => each.recording.url)).toEqual([
      'https://video.example/1',
      'https://video.example/2',
    ]);
  });

  it('keep a recording whose talk was removed in another window, as a talk by itself', () => {
    const talks = [talk(22, [], 'https://video.example/2')];
    expect(urls({ ...evening, talks })).toEqual([
      'https://video.example/2',
      'https://video.example/1',
    ]);
  });
});

describe('editing talks', () => {
  const two = { ...evening, ...addTalk(evening, id(30)) };

  it('adds one after what was the only one, which keeps its speakers and its recording', () => {
    expect(talksOf(two)).toMatchObject([
      { id: wrapUpId, speakers, recording: evening.recording },
      { id: id(30), speakers: [], recording: recording('') },
    ]);
  });

  it('writes the recording of the first where it always was, and that of others to the list', () => {
    expect(changeTalk(two, wrapUpId, { recording: recording('https://x') })).toEqual({
      recording: recording('https://x'),
    });
    const changed = changeTalk(two, id(30), { recording: recording('https://y'), slides: 's' });
    expect(changed).not.toHaveProperty('recording');
    expect(urls({ ...two, ...changed })).toEqual(['https://video.example/1', 'https://y']);
  });

  it('begins no list for the recording of the only talk, and one for its slides', () => {
    expect(changeTalk(evening, undefined, { recording: recording('') })).not.toHaveProperty(
      'talks',
    );
    expect(changeTalk(evening, undefined, { slides: 's' })).toMatchObject({
      talks: [{ id: wrapUpId, slides: 's', speakerIds: [] }],
    });
    expect(changeTalk(evening, id(99), { slides: 's' })).toEqual({});
  });

  it('moves one with its speakers and its recording', () => {
    const moved = { ...two, ...moveTalk(two, id(30), -1) };
    expect(talksOf(moved).map((each) => each.id)).toEqual([id(30), wrapUpId]);
    expect(urls(moved)).toEqual(['', 'https://video.example/1']);
    expect(names(moved)).toEqual([[], ['11', '12', '13']]);
    expect(moveTalk(two, id(30), 1)).toEqual({});
  });

  it('removes one, and what is left is what it was', () => {
    const titled = { ...two, ...changeTalk(two, id(30), { title: 'Two', slides: 's' }) };
    expect(talksOf({ ...titled, ...removeTalk(titled, id(30)) })).toEqual([
      { id: wrapUpId, ...talksOf(evening)[0], speakerIds: speakers.map((each) => each.id) },
    ]);
    const left = { ...titled, ...removeTalk(titled, wrapUpId) };
    expect(talksOf(left)).toMatchObject([{ title: 'Two', slides: 's', speakers }]);
  });

  it('gives a speaker to another talk; one whom none names stays with the first', () => {
    const shared = { ...two, ...setTalkSpeaker(two, id(30), id(12), true) };
    expect(names(shared)).toEqual([['11', '12', '13'], ['12']]);
    const given = { ...shared, ...setTalkSpeaker(shared, wrapUpId, id(12), false) };
    expect(names(given)).toEqual([['11', '13'], ['12']]);
    const none = { ...given, ...setTalkSpeaker(given, id(30), id(12), false) };
    expect(names(none)).toEqual([['11', '13', '12'], []]);
  });
});

describe('two windows that edit talks at once', () => {
  type Step =
    | { window: 0 | 1; do: 'type'; talk: number; field: 'title' | 'slides' | 'repository' | 'url' }
    | { window: 0 | 1; do: 'move'; talk: number; by: -1 | 1 }
    | { window: 0 | 1; do: 'add' };
  const window = fc.constantFrom<0 | 1>(0, 1);
  const which = fc.nat({ max: 3 });
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({
      window,
      do: fc.constant('type' as const),
      talk: which,
      field: fc.constantFrom('title' as const, 'slides', 'repository', 'url'),
    }),
    fc.record({
      window,
      do: fc.constant('move' as const),
      talk: which,
      by: fc.constantFrom<-1 | 1>(-1, 1),
    }),
    fc.record({ window, do: fc.constant('add' as const) }),
  );

  /** Returns what a window shows after its steps, and every text it typed, by talk and field. */
  function play(steps: readonly Step[], ownWindow: 0 | 1, start: Evening) {
    let shown = start;
    const typed = new Map<string, string>();
    for (const [at, each] of steps.entries()) {
      if (each.window !== ownWindow) continue;
      if (each.do === 'add') {
        shown = { ...shown, ...addTalk(shown, id(100 + at)) };
        continue;
      }
      const talks = talksOf(shown);
      const { id: talkId, recording: its } = talks[each.talk % talks.length] ?? {};
      if (each.do === 'move') {
        shown = { ...shown, ...moveTalk(shown, talkId ?? wrapUpId, each.by) };
        continue;
      }
      const text = `https://w${ownWindow}.example/${at}`;
      typed.set(`${talkId ?? wrapUpId} ${each.field}`, text);
      const changes =
        each.field === 'url'
          ? { recording: { ...recording(''), ...its, url: text } }
          : { [each.field]: text };
      shown = { ...shown, ...changeTalk(shown, talkId, changes) };
    }
    return { shown, typed };
  }

  it('lose nothing that only one of them typed, whatever they add and move', () => {
    const start: Evening = { ...wrapUp(), speakers };
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
        const [one, other] = [play(steps, 0, start), play(steps, 1, start)];
        const merge = (field: 'talks' | 'recording') =>
          mergeValue(field, start[field], one.shown[field], other.shown[field]).value as never;
        const merged = { ...start, talks: merge('talks'), recording: merge('recording') };
        const stored = new Map<string, string>(
          talksOf(merged).flatMap(
            ({ id: talkId = wrapUpId, title, slides, repository, recording }) =>
              Object.entries({ title, slides, repository, url: recording.url }).map(
                ([field, text]) => [`${talkId} ${field}`, text] as const,
              ),
          ),
        );
        for (const [place, text] of [...one.typed, ...other.typed]) {
          const both = one.typed.has(place) && other.typed.has(place);
          if (!both) expect(stored.get(place)).toBe(text);
        }
      }),
    );
  });
});
