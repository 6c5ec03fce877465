import { Plus } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import { limits } from '../../lib/core/limits.ts';
import type { Speaker } from '../../lib/core/wrap-up.ts';
import { t } from '../hooks/i18n.ts';
import { Icon } from '../ui/Icon.tsx';
import { SpeakerFields } from './SpeakerFields.tsx';

interface SpeakersFieldProps {
  speakers: readonly Speaker[];
  createId(): string;
  onSpeakers(speakers: Speaker[]): void;
}

/** The speakers in the order of the post; one is open at a time. */
export function SpeakersField({ speakers, createId, onSpeakers }: SpeakersFieldProps) {
  const [openId, setOpenId] = useState<string | null>(null);
  const root = useRef<HTMLFieldSetElement>(null);
  const focusSoon = (selector: string) =>
    requestAnimationFrame(() => root.current?.querySelector<HTMLElement>(selector)?.focus());

  const add = () => {
    const id = createId();
    const affiliation = { name: '', url: '' };
    onSpeakers([
      ...speakers,
      { id, name: '', url: '', role: '', rolePosition: 'after', affiliation },
    ]);
    setOpenId(id);
    focusSoon(`[data-field="speaker.${id}.name"]`);
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
              onToggle={() => setOpenId(openId === speaker.id ? null : speaker.id)}
              onSpeaker={(changed) => onSpeakers(speakers.toSpliced(at, 1, changed))}
              onMove={(by) => move(at, by)}
              onRemove={() => remove(at)}
            />
          ))}
        </ul>
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
