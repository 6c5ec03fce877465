import { ArrowDown, ArrowUp, ChevronDown, Plus, Trash2 } from 'lucide';
import { t } from '../../lib/client/i18n.ts';
import type { TalkChanges, TalkOfEvening } from '../../lib/core/post/talks.ts';
import type { Speaker } from '../../lib/core/post/wrap-up.ts';
import { CheckBox } from '../ui/CheckBox.tsx';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { closeOnEscape } from './close-on-escape.ts';
import { RecordingFields, TalkMaterial, TalkTitle } from './TalkLinks.tsx';
import { talkName } from './talk-name.ts';

export interface ListedTalk extends TalkOfEvening {
  id: string;
}

interface TalkFieldsProps {
  talk: ListedTalk;
  /** Place in the list, from 0. */
  at: number;
  last: boolean;
  open: boolean;
  /** Of the evening. */
  speakers: readonly Speaker[];
  /** Whether no other talk has this speaker. */
  isOnlyHere(speakerId: string): boolean;
  onToggle(): void;
  onChange(changes: TalkChanges): void;
  onSpeaker(speakerId: string, speaks: boolean): void;
  onAddSpeaker(): void;
  onMove(by: -1 | 1): void;
  onRemove(): void;
}

/** One talk of several: a line that opens in place. */
export function TalkFields(props: TalkFieldsProps) {
  const { talk, at, open } = props;
  const name = talkName(talk, at);
  const speakers = talk.speakers.map((each) => each.name).filter(Boolean);
  return (
    <li
      class={open ? 'person on' : 'person'}
      data-id={talk.id}
      onKeyDown={open ? closeOnEscape(props.onToggle) : undefined}
    >
      <div class="person-head">
        <button type="button" class="person-main" aria-expanded={open} onClick={props.onToggle}>
          <span class="avatar" aria-hidden="true">
            {at + 1}
          </span>
          <span class="person-text">
            <span class="person-name" dir="auto">
              {name}
            </span>
            {talk.title.trim() !== '' && speakers.length > 0 && (
              <span class="quiet" dir="auto">
                {speakers.join(', ')}
              </span>
            )}
          </span>
          <Icon of={ChevronDown} class="chevron" />
        </button>
        {at > 0 && (
          <IconButton
            small
            icon={ArrowUp}
            label={t('popup_speaker_up', name)}
            onClick={() => props.onMove(-1)}
          />
        )}
        {!props.last && (
          <IconButton
            small
            icon={ArrowDown}
            label={t('popup_speaker_down', name)}
            onClick={() => props.onMove(1)}
          />
        )}
        <IconButton
          small
          icon={Trash2}
          label={t('popup_talk_remove', name)}
          onClick={props.onRemove}
        />
      </div>
      {open && <OpenTalk {...props} />}
    </li>
  );
}

function OpenTalk(props: TalkFieldsProps) {
  const { talk, speakers } = props;
  const part = { talk, fieldName: `talk.${talk.id}.`, onChange: props.onChange };
  const speaks = new Set(talk.speakers.map(({ id }) => id));
  return (
    <div class="person-fields">
      <TalkTitle {...part} />
      <fieldset class="talk-speakers">
        <legend class="talk-speakers-label">{t('popup_speakers')}</legend>
        {speakers.map(({ id, name }) => (
          <CheckBox
            key={id}
            label={name || t('popup_speaker_unnamed')}
            checked={speaks.has(id)}
            // One whom no talk names is of the first.
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
    </div>
  );
}
