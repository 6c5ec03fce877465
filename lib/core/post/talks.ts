import type { Speaker, Talk, WrapUp } from './wrap-up.ts';

/** What says which talks an evening has. */
export type Evening = Pick<WrapUp, 'id' | 'talks' | 'speakers' | 'recording'>;
export type TalkRecording = WrapUp['recording'];

/** A talk with its speakers and its recording, wherever they are stored. */
export interface TalkOfEvening extends Omit<Talk, 'id'> {
  /** Absent of the one talk of an evening whose talks nobody told apart. */
  id?: string;
  speakers: readonly Speaker[];
}

/** Fields of a talk to change. */
export type TalkChanges = Partial<Omit<Talk, 'id'>>;

/** Fields of a wrap-up that an edit of its talks changes; each is merged with what others wrote. */
export type EveningChanges = Partial<Pick<WrapUp, 'talks' | 'speakers' | 'recording'>>;

export const emptyRecording: TalkRecording = { url: '', picture: '', pictureAlt: '' };

const isEmptyRecording = ({ url, picture, pictureAlt, assetId }: TalkRecording) =>
  [url, picture, pictureAlt, assetId ?? ''].every((text) => text === '');

const emptyTalk = (id: string): Talk => ({
  id,
  title: '',
  speakerIds: [],
  slides: '',
  repository: '',
  recording: emptyRecording,
});

/**
 * Id of the talk whose recording is the wrap-up's own: the one that was there before there were others. It has
 * the wrap-up's id, so that two windows which both begin the list of talks begin it with the same one, and so
 * that putting talks in another order moves no recording. In lists without such a talk it is the first,
 * where that has no recording of its own; a recording that is left over is a talk by itself.
 */
function ownTalkId({ id, talks = [], recording }: Evening): string {
  if (talks.some((talk) => talk.id === id) || isEmptyRecording(recording)) return id;
  const [first] = talks;
  return first && isEmptyRecording(first.recording) ? first.id : id;
}

/** The talks as a list, one at least; the recording of one of them is the wrap-up's. */
function listTalks(evening: Evening): Talk[] {
  const { talks = [], recording } = evening;
  const own = ownTalkId(evening);
  const isListed = talks.some(({ id }) => id === own);
  const isLeftOver = talks.length === 0 || !isEmptyRecording(recording);
  return isListed || !isLeftOver ? talks : [...talks, emptyTalk(own)];
}

/**
 * The talks of an evening in their order, one at least. The first has the speakers whom no talk names, too.
 */
export function talksOf(evening: Evening): TalkOfEvening[] {
  const { talks = [], speakers, recording } = evening;
  const own = ownTalkId(evening);
  const list = listTalks(evening);
  const named = new Set(list.flatMap(({ speakerIds }) => speakerIds));
  const ofTalk = ({ speakerIds }: Talk) => speakers.filter(({ id }) => speakerIds.includes(id));
  const unnamed = speakers.filter(({ id }) => !named.has(id));
  return list.map(({ id, ...talk }, at) => ({
    ...(talks.length > 0 ? { id } : {}),
    ...talk,
    recording: id === own ? recording : talk.recording,
    speakers: [...ofTalk({ id, ...talk }), ...(at === 0 ? unnamed : [])],
  }));
}

/** The recordings of all talks, with the ids of those; that of the wrap-up's own has the id undefined. */
export function recordingsOf(
  evening: Pick<WrapUp, 'talks' | 'recording'>,
): { talkId: string | undefined; recording: TalkRecording }[] {
  const { talks = [], recording } = evening;
  return [
    { talkId: undefined, recording },
    ...talks.map((talk) => ({ talkId: talk.id, recording: talk.recording })),
  ];
}

/** The evening with every recording of it changed. */
export function withRecordings<T extends Pick<WrapUp, 'talks' | 'recording'>>(
  evening: T,
  change: (recording: TalkRecording) => TalkRecording,
): T {
  const { talks, recording } = evening;
  const changed = talks?.map((talk) => ({ ...talk, recording: change(talk.recording) }));
  return { ...evening, recording: change(recording), ...(changed ? { talks: changed } : {}) };
}

/**
 * Changes fields of a talk.
 * @param talkId undefined: the first, which may be the only one
 * @returns no field where there is no such talk
 */
export function changeTalk(
  evening: Evening,
  talkId: string | undefined,
  changes: TalkChanges,
): EveningChanges {
  const list = listTalks(evening);
  const talk = talkId === undefined ? list[0] : list.find(({ id }) => id === talkId);
  if (talk === undefined) return {};
  const { recording, ...fields } = changes;
  const isOwn = talk.id === ownTalkId(evening);
  const inList = recording === undefined || isOwn ? fields : changes;
  return {
    ...(recording !== undefined && isOwn ? { recording } : {}),
    ...(Object.keys(inList).length > 0
      ? { talks: list.map((each) => (each === talk ? { ...each, ...inList } : each)) }
      : {}),
  };
}

/** The list with the speakers of its first talk named there, so that they stay with it wherever it goes. */
function withNamedSpeakers(evening: Evening): Talk[] {
  const [first, ...others] = listTalks(evening);
  const speakerIds = (talksOf(evening)[0]?.speakers ?? []).map(({ id }) => id);
  return first ? [{ ...first, speakerIds }, ...others] : [];
}

/** Adds a talk at the end. */
export function addTalk(evening: Evening, newId: string): EveningChanges {
  return { talks: [...withNamedSpeakers(evening), emptyTalk(newId)] };
}

/** Moves a talk past its neighbour. */
export function moveTalk(evening: Evening, talkId: string, by: -1 | 1): EveningChanges {
  const list = withNamedSpeakers(evening);
  const at = list.findIndex(({ id }) => id === talkId);
  const moved = list[at];
  if (moved === undefined || list[at + by] === undefined) return {};
  return { talks: list.toSpliced(at, 1).toSpliced(at + by, 0, moved) };
}

/** Removes a talk with its recording. Its speakers stay with the evening. */
export function removeTalk(evening: Evening, talkId: string): EveningChanges {
  const isOwn = talkId === ownTalkId(evening);
  return {
    talks: listTalks(evening).filter(({ id }) => id !== talkId),
    ...(isOwn ? { recording: emptyRecording } : {}),
  };
}

/** Says whether a talk has a speaker. One whom no talk names stays with the first. */
export function setTalkSpeaker(
  evening: Evening,
  talkId: string,
  speakerId: string,
  speaks: boolean,
): EveningChanges {
  const list = withNamedSpeakers(evening);
  const talks = list.map((talk) => {
    if (talk.id !== talkId) return talk;
    const others = talk.speakerIds.filter((id) => id !== speakerId);
    return { ...talk, speakerIds: speaks ? [...others, speakerId] : others };
  });
  return { talks };
}
