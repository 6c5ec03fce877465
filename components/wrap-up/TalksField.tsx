import { Plus } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import { t } from '../../lib/client/i18n.ts';
import { limits } from '../../lib/core/base/limits.ts';
import {
  addTalk,
  changeTalk,
  type Evening,
  type EveningChanges,
  moveTalk,
  removeTalk,
  setTalkSpeaker,
  type TalkOfEvening,
  talksOf,
} from '../../lib/core/post/talks.ts';
import { Fold } from '../ui/Fold.tsx';
import { Icon } from '../ui/Icon.tsx';
import { type ListedTalk, TalkFields } from './TalkFields.tsx';
import { RecordingFields, TalkMaterial, TalkTitle } from './TalkLinks.tsx';

interface TalksFieldProps {
  evening: Evening;
  createId(): string;
  onEdit(changes: EveningChanges): void;
  /** Adds a new speaker to this talk, and shows its fields. */
  onAddSpeaker(talkId: string): void;
}

const isListed = (talk: TalkOfEvening): talk is ListedTalk => talk.id !== undefined;

/** The evening's talks: a single one is a recording with a few more fields, several are a list. */
export function TalksField(props: TalksFieldProps) {
  const { evening, onEdit } = props;
  const talks = talksOf(evening);
  const listed = talks.filter(isListed);
  const [openId, setOpenId] = useState<string | null>(null);
  const root = useRef<HTMLFieldSetElement>(null);
  const focusSoon = (selector: string) =>
    requestAnimationFrame(() => root.current?.querySelector<HTMLElement>(selector)?.focus());
  const add = () => {
    const id = props.createId();
    onEdit(addTalk(evening, id));
    setOpenId(id);
    focusSoon(`[data-field="talk.${id}.title"]`);
  };
  const [only] = talks;
  return (
    <fieldset ref={root}>
      <legend>{t(talks.length > 1 ? 'popup_talks' : 'popup_recording')}</legend>
      {talks.length === 1 && only && (
        <OnlyTalk
          talk={only}
          onChange={(changes) => onEdit(changeTalk(evening, only.id, changes))}
        />
      )}
      {talks.length > 1 && (
        <ol class="people">
          {listed.map((talk, at) => (
            <TalkFields
              key={talk.id}
              talk={talk}
              at={at}
              last={at === listed.length - 1}
              open={openId === talk.id}
              speakers={evening.speakers}
              isOnlyHere={(speakerId) =>
                !listed.some(
                  (other) =>
                    other !== talk && other.speakers.some((speaker) => speaker.id === speakerId),
                )
              }
              onToggle={() => setOpenId(openId === talk.id ? null : talk.id)}
              onChange={(changes) => onEdit(changeTalk(evening, talk.id, changes))}
              onSpeaker={(speakerId, speaks) =>
                onEdit(setTalkSpeaker(evening, talk.id, speakerId, speaks))
              }
              onAddSpeaker={() => props.onAddSpeaker(talk.id)}
              onMove={(by) => {
                onEdit(moveTalk(evening, talk.id, by));
                focusSoon(`[data-id="${talk.id}"] .person-main`);
              }}
              onRemove={() => {
                onEdit(removeTalk(evening, talk.id));
                const next = listed[at + 1] ?? listed[at - 1];
                const left = listed.length > 2 && next;
                focusSoon(left ? `[data-id="${left.id}"] .person-main` : '.add-talk');
              }}
            />
          ))}
        </ol>
      )}
      {talks.length < limits.talks && (
        <button type="button" class="button quiet add-talk" onClick={add}>
          <Icon of={Plus} />
          {t('popup_talk_add')}
        </button>
      )}
    </fieldset>
  );
}

interface OnlyTalkProps {
  talk: TalkOfEvening;
  onChange: Parameters<typeof TalkTitle>[0]['onChange'];
}

function OnlyTalk({ talk, onChange }: OnlyTalkProps) {
  const part = { talk, onChange };
  const filled = [talk.title, talk.slides, talk.repository].some((text) => text !== '');
  return (
    <>
      <RecordingFields {...part} fieldName="" addressLabel={t('popup_address')} />
      <Fold label={t('popup_talk_more')} filled={filled}>
        <TalkTitle {...part} fieldName="talk." />
        <TalkMaterial {...part} fieldName="talk." />
      </Fold>
    </>
  );
}
