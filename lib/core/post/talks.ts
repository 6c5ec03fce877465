import type { Speaker, Talk, WrapUp } from './wrap-up.ts';

/** The data that determines which talks an evening has. */
export type Evening = Pick<WrapUp, 'id' | 'talks' | 'speakers' | 'recording'>;
export type TalkRecording = WrapUp['recording'];

/** A talk with its speakers and its recording, wherever they are stored. */
export interface TalkOfEvening extends Omit<Talk, 'id'> {
  /** Absent for the only talk of an evening whose talks nobody entered. */
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
 * Returns the id of the talk whose recording is the wrap-up's own: the talk that existed before
 * there were others. It has the wrap-up's id, so two windows that both start the list of talks
 * start it with the same one, and reordering talks moves no recording. In lists without such a talk
 * it is the first, if that has no recording; a recording that is left over is a talk by itself.
 */
function ownTalkId({ id, talks = [], recording }: Evening): string {
  if (talks.some((talk) => talk.id === id) || isEmptyRecording(recording)) return id;
  const [first] = talks;
  return first && isEmptyRecording(first.recording) ? first.id : id;
}

/** Returns the talks as a list, at least one; the recording of one of them is the wrap-up's. */
function listTalks(evening: Evening): Talk[] {
  const { talks = [], recording } = evening;
  const own = ownTalkId(evening);
  const isListed = talks.some(({ id }) => id === own);
  const isLeftOver = talks.length === 0 || !isEmptyRecording(recording);
  return isListed || !isLeftOver ? talks : [...talks, emptyTalk(own)];
}

/**
 * Returns the talks of an evening in their order, at least one. The first also has the speakers
 * whom no talk names.
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

/**
 * Returns the recordings of all talks, with the talks' ids; the id is undefined for the wrap-up's
 * own.
 */
export function recordingsOf(
  evening: Pick<WrapUp, 'talks' | 'recording'>,
): { talkId: string | undefined; recording: TalkRecording }[] {
  const { talks = [], recording } = evening;
  return [
    { talkId: undefined, recording },
    ...talks.map((talk) => ({ talkId: talk.id, recording: talk.recording })),
  ];
}

/** Returns the evening with every recording changed. */
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
 * @returns no fields if there is no such talk
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

/**
 * Returns the list with the first talk's speakers named in it, so that they stay with it wherever
 * it moves.
 */
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

/** Sets whether a talk has a speaker. A speaker whom no talk names stays with the first. */
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
