import { type Failure, failure } from '../core/base/errors.ts';
import { limits } from '../core/base/limits.ts';
import { fail, ok, type Result } from '../core/base/result.ts';
import type { CapturedPerson } from '../core/capture/capture.ts';
import { addSpeaker, type SpeakerAdded } from '../details/add-speaker.ts';
import { findKnownSpeaker } from '../details/known-speaker.ts';
import { parseProfileAddress } from '../sites/profile-address.ts';
import { ensureActiveWrapUp } from './active-wrap-up.ts';
import { attempt, CodedError } from './attempt.ts';
import { fieldEdits, newOrigin } from './edited.ts';
import type { Badge, Clock, Confirmer, PageReader, Stores } from './ports.ts';
import { topFrame, withFrameIds } from './read-frames.ts';
import { whileReading } from './while-reading.ts';

export interface SpeakerDeps {
  pages: PageReader;
  stores: Stores;
  confirmer: Confirmer;
  badge: Badge;
  clock: Clock;
}

export interface ClippedSpeaker {
  wrapUpId: string;
  wrapUpTitle: string;
  speakerId: string;
  name: string;
  outcome: SpeakerAdded['outcome'];
}

/**
 * Adds the person whose page a tab shows to the speakers of the current wrap-up; repeating it
 * changes nothing. Someone who spoke before brings along what was entered then. It is one step of
 * the history, and the page confirms it once it is durable.
 * @param callerReports true if the caller shows a failure itself (the popup)
 */
export async function clipSpeaker(
  deps: SpeakerDeps,
  tabId: number,
  { callerReports = false }: { callerReports?: boolean } = {},
): Promise<Result<ClippedSpeaker, Failure>> {
  const read = () => readPerson(deps, tabId);
  const person = callerReports ? await read() : await whileReading(deps, tabId, read);
  const clipped = person.ok ? await saveSpeaker(deps, person.value) : person;
  if (clipped.ok) {
    const { name, wrapUpTitle, outcome } = clipped.value;
    await deps.confirmer.show(tabId, { state: 'speaker', name, wrapUpTitle, outcome });
  } else if (!callerReports) {
    await deps.confirmer.show(tabId, { state: 'failed', failure: clipped.error, markdown: '' });
  }
  return clipped;
}

async function readPerson(
  { pages }: SpeakerDeps,
  tabId: number,
): Promise<Result<CapturedPerson, Failure>> {
  const read = await pages.read(tabId, { want: 'person' });
  if (!read.ok) return read;
  const captures = withFrameIds(read.value);
  const top = topFrame(captures);
  if (top === undefined) return fail(failure('capture-failed'));
  if (top.person === undefined) return fail(failure('person-not-found'));
  const known = parseProfileAddress(top.page.url) ?? parseProfileAddress(top.person.url);
  return ok({ ...top.person, url: known?.canonicalUrl ?? top.person.url });
}

function saveSpeaker(
  { stores, clock }: SpeakerDeps,
  person: CapturedPerson,
): Promise<Result<ClippedSpeaker, Failure>> {
  return attempt(() =>
    stores.atomically(async () => {
      const active = await ensureActiveWrapUp({ ...stores, clock });
      if (!active.ok) throw active.error;
      const { wrapUp } = active.value;
      // The inbox has no speakers.
      if (wrapUp === undefined) throw new CodedError('speaker-needs-wrap-up');
      const known = findKnownSpeaker(person.url, await stores.wrapUps.list(), wrapUp.id);
      const { speakers, speaker, outcome } = addSpeaker(wrapUp.speakers, person, known, () =>
        crypto.randomUUID(),
      );
      if (speakers.length > limits.speakers) throw new CodedError('too-many-speakers');
      if (outcome !== 'present') {
        const edits = fieldEdits('wrapUp', wrapUp.id, { speakers }, { speakers: wrapUp.speakers });
        await stores.changes.apply(newOrigin(), () => ({ kind: 'add', edits }));
      }
      const { id, title } = wrapUp;
      return {
        wrapUpId: id,
        wrapUpTitle: title,
        speakerId: speaker.id,
        name: speaker.name,
        outcome,
      };
    }),
  );
}
