import type { CapturedPerson } from '../core/capture/capture.ts';
import type { Speaker } from '../core/post/wrap-up.ts';
import { isSamePage, type KnownSpeaker, nameKey } from './known-speaker.ts';

export interface SpeakerAdded {
  speakers: Speaker[];
  speaker: Speaker;
  /** `completed`: they were there, and something empty was filled; `present`: nothing changed. */
  outcome: 'added' | 'completed' | 'present';
}

const nobody = { name: '', url: '' };

/**
 * Adds a person to a wrap-up's speakers, unless they are there already: identified by their page,
 * or by their name if no page was entered. What the note-taker entered stays; empty fields are
 * filled from the page, or else from an earlier wrap-up.
 */
export function addSpeaker(
  speakers: readonly Speaker[],
  person: CapturedPerson,
  known: KnownSpeaker | undefined,
  newId: () => string,
): SpeakerAdded {
  const earlier = known?.speaker;
  const role = person.role || earlier?.role || '';
  const affiliation =
    person.affiliation.name === '' ? (earlier?.affiliation ?? nobody) : person.affiliation;
  const at = speakers.findIndex(
    ({ name, url }) =>
      isSamePage(url, person.url) || (url === '' && nameKey(name) === nameKey(person.name)),
  );
  const current = speakers[at];
  if (current === undefined) {
    const speaker: Speaker = {
      id: newId(),
      name: person.name,
      url: person.url,
      role,
      rolePosition: earlier?.rolePosition ?? 'before',
      affiliation: { ...affiliation },
    };
    return { speakers: [...speakers, speaker], speaker, outcome: 'added' };
  }
  const speaker: Speaker = {
    ...current,
    name: current.name || person.name,
    url: current.url || person.url,
    role: current.role || role,
    affiliation: current.affiliation.name === '' ? { ...affiliation } : current.affiliation,
  };
  const changed = JSON.stringify(speaker) !== JSON.stringify(current);
  return {
    speakers: changed ? speakers.with(at, speaker) : [...speakers],
    speaker,
    outcome: changed ? 'completed' : 'present',
  };
}
