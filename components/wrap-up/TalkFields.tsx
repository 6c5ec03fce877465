import { Plus } from 'lucide';
import { t } from '../../lib/client/i18n.ts';
import type { TalkChanges, TalkOfEvening } from '../../lib/core/post/talks.ts';
import type { Speaker } from '../../lib/core/post/wrap-up.ts';
import { CheckBox } from '../ui/CheckBox.tsx';
import { Icon } from '../ui/Icon.tsx';
import { type EntryProps, EntryRow } from './EntryRow.tsx';
import { RecordingFields, TalkMaterial, TalkTitle } from './TalkLinks.tsx';
import { talkName } from './talk-name.ts';

export interface ListedTalk extends TalkOfEvening {
  id: string;
}

interface TalkFieldsProps extends Omit<EntryProps, 'first'> {
  talk: ListedTalk;
  /** Index in the list, from 0. */
  at: number;
  /** The evening's speakers. */
  speakers: readonly Speaker[];
  /** True if no other talk has this speaker. */
  isOnlyHere(speakerId: string): boolean;
  onChange(changes: TalkChanges): void;
  onSpeaker(speakerId: string, speaks: boolean): void;
  onAddSpeaker(): void;
}

/** One talk of several. */
export function TalkFields(props: TalkFieldsProps) {
  const { talk, at } = props;
  const name = talkName(talk, at);
  const speakers = talk.speakers.map((each) => each.name).filter(Boolean);
  return (
    <EntryRow
      {...props}
      id={talk.id}
      mark={at + 1}
      name={name}
      more={talk.title.trim() !== '' && speakers.length > 0 ? speakers.join(', ') : undefined}
      first={at === 0}
      removeLabel={t('popup_talk_remove', name)}
    >
      <OpenTalk {...props} />
    </EntryRow>
  );
}

function OpenTalk(props: TalkFieldsProps) {
  const { talk, speakers } = props;
  const part = { talk, fieldName: `talk.${talk.id}.`, onChange: props.onChange };
  const speaks = new Set(talk.speakers.map(({ id }) => id));
  return (
    <>
      <TalkTitle {...part} />
      <fieldset class="talk-speakers">
        <legend class="talk-speakers-label">{t('popup_speakers')}</legend>
        {speakers.map(({ id, name }) => (
          <CheckBox
            key={id}
            label={name || t('popup_speaker_unnamed')}
            checked={speaks.has(id)}
            // A speaker whom no talk names belongs to the first.
            disabled={props.at === 0 && speaks.has(id) && props.isOnlyHere(id)}
            onChange={(checked) => props.onSpeaker(id, checked)}
          />
        ))}
        <button type="button" class="button quiet add-speaker" onClick={props.onAddSpeaker}>
          <Icon of={Plus} />
          {t('popup_speaker_add')}
        </button>
      </fieldset>
      <TalkMaterial {...part} />
      <RecordingFields {...part} addressLabel={t('popup_recording')} />
    </>
  );
}
