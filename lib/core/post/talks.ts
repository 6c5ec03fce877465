import type { Speaker, Talk, WrapUp } from './wrap-up.ts';

/** A talk with its speakers and its recording, wherever they are stored. */
export interface TalkOfEvening extends Omit<Talk, 'id'> {
  /** Absent of the one talk of an evening whose talks nobody told apart. */
  id?: string;
  speakers: readonly Speaker[];
}

/**
 * The talks of an evening in their order, one at least. The first has the recording that is stored with the
 * wrap-up, and the speakers whom no talk names.
 */
export function talksOf({ talks = [], speakers, recording }: WrapUp): TalkOfEvening[] {
  const [first, ...others] = talks;
  const named = new Set(talks.flatMap(({ speakerIds }) => speakerIds));
  const unnamed = speakers.filter(({ id }) => !named.has(id));
  const ofTalk = ({ speakerIds }: Talk) => speakers.filter(({ id }) => speakerIds.includes(id));
  const begun = first ?? { title: '', speakerIds: [], slides: '', repository: '' };
  return [
    { ...begun, recording, speakers: [...(first ? ofTalk(first) : []), ...unnamed] },
    ...others.map((talk) => ({ ...talk, speakers: ofTalk(talk) })),
  ];
}
