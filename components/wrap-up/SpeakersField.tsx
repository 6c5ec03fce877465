import { Plus, UserPlus } from 'lucide';
import { useRef } from 'preact/hooks';
import { t } from '../../lib/client/i18n.ts';
import { limits } from '../../lib/core/base/limits.ts';
import type { Speaker } from '../../lib/core/post/wrap-up.ts';
import {
  asKnown,
  isKnownAs,
  type KnownSpeaker,
  organisationAddress,
} from '../../lib/details/known-speaker.ts';
import { Icon } from '../ui/Icon.tsx';
import { newSpeaker } from './new-speaker.ts';
import { SpeakerFields, speakerLine } from './SpeakerFields.tsx';

interface SpeakersFieldProps {
  speakers: readonly Speaker[];
  createId(): string;
  /** The speaker whose fields are shown. */
  openId: string | null;
  onOpen(id: string | null): void;
  people(): readonly KnownSpeaker[];
  suggested: readonly KnownSpeaker[];
  onSpeakers(speakers: Speaker[]): void;
}

/** The speakers in the order of the post; one is open at a time. */
export function SpeakersField(props: SpeakersFieldProps) {
  const { speakers, createId, openId, onOpen, onSpeakers } = props;
  const root = useRef<HTMLFieldSetElement>(null);
  const focusSoon = (selector: string) =>
    requestAnimationFrame(() => root.current?.querySelector<HTMLElement>(selector)?.focus());

  const add = () => {
    const speaker = newSpeaker(createId());
    onSpeakers([...speakers, speaker]);
    onOpen(speaker.id);
    focusSoon(`[data-field="speaker.${speaker.id}.name"]`);
  };
  const toggle = (speaker: Speaker) => {
    const isOpen = openId === speaker.id;
    onOpen(isOpen ? null : speaker.id);
    const missing = firstMissing(speaker);
    if (!isOpen && missing) focusSoon(`[data-field="speaker.${speaker.id}.${missing}"]`);
  };
  const addKnown = (person: KnownSpeaker) => {
    const speaker = asKnown(newSpeaker(createId()), person);
    onSpeakers([...speakers, speaker]);
    focusSoon(`[data-id="${speaker.id}"] .person-main`);
  };
  /** Returns the people who are not among the speakers yet, except for the one being typed. */
  const others = (except: Speaker) => {
    const there = speakers.filter((each) => each !== except && each.name !== '');
    return props.people().filter((person) => !there.some((each) => isKnownAs(person, each)));
  };
  const move = (at: number, by: -1 | 1) => {
    const next = [...speakers];
    const [moved] = next.splice(at, 1);
    if (!moved) return;
    next.splice(at + by, 0, moved);
    onSpeakers(next);
    focusSoon(`[data-id="${moved.id}"] .person-main`);
  };
  const remove = (at: number) => {
    onSpeakers(speakers.filter((_, index) => index !== at));
    const next = speakers[at + 1] ?? speakers[at - 1];
    focusSoon(next ? `[data-id="${next.id}"] .person-main` : '.add-speaker');
  };
  return (
    <fieldset ref={root}>
      <legend>{t('popup_speakers')}</legend>
      {speakers.length > 0 && (
        <ul class="people">
          {speakers.map((speaker, at) => (
            <SpeakerFields
              key={speaker.id}
              speaker={speaker}
              open={openId === speaker.id}
              first={at === 0}
              last={at === speakers.length - 1}
              people={() => others(speaker)}
              organisationAddress={(name) =>
                organisationAddress(name, [
                  ...speakers.filter((each) => each !== speaker),
                  ...props.people().map((person) => person.speaker),
                ])
              }
              onToggle={() => toggle(speaker)}
              onSpeaker={(changed) => onSpeakers(speakers.toSpliced(at, 1, changed))}
              onMove={(by) => move(at, by)}
              onRemove={() => remove(at)}
            />
          ))}
        </ul>
      )}
      {props.suggested.length > 0 && (
        <div class="suggested">
          <p class="quiet">{t('popup_speakers_suggested')}</p>
          {props.suggested.map((person) => (
            <button
              key={person.speaker.id}
              type="button"
              class="button"
              onClick={() => addKnown(person)}
            >
              <Icon of={UserPlus} />
              <span class="person-text">
                <span class="person-name" dir="auto">
                  {person.speaker.name}
                </span>
                <span class="quiet" dir="auto">
                  {speakerLine(person.speaker)}
                </span>
              </span>
            </button>
          ))}
        </div>
      )}
      {speakers.length < limits.speakers && (
        <button type="button" class="button quiet add-speaker" onClick={add}>
          <Icon of={Plus} />
          {t('popup_speaker_add')}
        </button>
      )}
    </fieldset>
  );
}

/** Returns the first field that is to be filled in; an address is filled in with its name. */
function firstMissing({ name, role, affiliation }: Speaker): string | undefined {
  if (name === '') return 'name';
  if (role === '') return 'role';
  return affiliation.name === '' ? 'affiliation.name' : undefined;
}
