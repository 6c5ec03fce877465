import { ArrowDown, ArrowUp, ChevronDown, Trash2 } from 'lucide';
import { t } from '../../lib/client/i18n.ts';
import { limits } from '../../lib/core/base/limits.ts';
import type { Speaker } from '../../lib/core/post/wrap-up.ts';
import { asKnown, type KnownSpeaker } from '../../lib/details/known-speaker.ts';
import { Choice } from '../ui/Choice.tsx';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { TextField } from '../ui/TextField.tsx';
import { closeOnEscape } from './close-on-escape.ts';
import { NamedLinkFields } from './NamedLinkFields.tsx';
import { SpeakerName } from './SpeakerName.tsx';

interface SpeakerFieldsProps {
  speaker: Speaker;
  open: boolean;
  first: boolean;
  last: boolean;
  /** Whom the name may mean. */
  people(): readonly KnownSpeaker[];
  onToggle(): void;
  onSpeaker(speaker: Speaker): void;
  onMove(by: -1 | 1): void;
  onRemove(): void;
}

/** One speaker: a line that opens in place. */
export function SpeakerFields(props: SpeakerFieldsProps) {
  const { speaker, open } = props;
  const name = speaker.name || t('popup_speaker_unnamed');
  return (
    <li
      class={open ? 'person on' : 'person'}
      data-id={speaker.id}
      onKeyDown={open ? closeOnEscape(props.onToggle) : undefined}
    >
      <div class="person-head">
        <button type="button" class="person-main" aria-expanded={open} onClick={props.onToggle}>
          <span class="avatar" aria-hidden="true">
            {initials(speaker.name)}
          </span>
          <span class="person-text">
            <span class="person-name" dir="auto">
              {name}
            </span>
            <span class="quiet" dir="auto">
              {speakerLine(speaker)}
            </span>
          </span>
          <Icon of={ChevronDown} class="chevron" />
        </button>
        {!props.first && (
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
          label={t('popup_speaker_remove', name)}
          onClick={props.onRemove}
        />
      </div>
      {open && <OpenSpeaker {...props} />}
    </li>
  );
}

/** `Architect, Tidepool`. */
export function speakerLine({ role, affiliation }: Speaker): string {
  return [role, affiliation.name].filter(Boolean).join(', ');
}

function OpenSpeaker({
  speaker,
  people,
  onSpeaker,
}: Pick<SpeakerFieldsProps, 'speaker' | 'people' | 'onSpeaker'>) {
  const change = (changes: Partial<Speaker>) => onSpeaker({ ...speaker, ...changes });
  const field = `speaker.${speaker.id}`;
  return (
    <div class="person-fields">
      <div class="two">
        <SpeakerName
          speaker={speaker}
          people={people}
          fieldName={`${field}.name`}
          onName={(name) => change({ name })}
          onPick={(person) => onSpeaker(asKnown(speaker, person))}
        />
        <TextField
          label={t('popup_address')}
          value={speaker.url}
          code
          inputMode="url"
          fieldName={`${field}.url`}
          placeholder="https://"
          maxLength={limits.url}
          onText={(url) => change({ url })}
        />
      </div>
      <div class="two">
        <TextField
          label={t('popup_speaker_role')}
          value={speaker.role}
          fieldName={`${field}.role`}
          maxLength={limits.label}
          onText={(role) => change({ role })}
        />
        <Choice
          label={t('popup_speaker_role_position')}
          value={speaker.rolePosition}
          options={[
            { value: 'after', label: t('popup_speaker_role_after') },
            { value: 'before', label: t('popup_speaker_role_before') },
          ]}
          onChoice={(rolePosition) => change({ rolePosition })}
        />
      </div>
      <NamedLinkFields
        label={t('popup_speaker_affiliation')}
        addressLabel={t('popup_speaker_affiliation_address')}
        link={speaker.affiliation}
        fieldName={`${field}.affiliation`}
        onLink={(affiliation) => change({ affiliation })}
      />
    </div>
  );
}

/** First letters of the first and the last name. */
function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word) && !word.endsWith('.'));
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return letters
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase();
}
