import { useRef } from 'preact/hooks';
import { t } from '../../lib/client/i18n.ts';
import { limits } from '../../lib/core/base/limits.ts';
import type { Speaker } from '../../lib/core/post/wrap-up.ts';
import { asKnown, type KnownSpeaker } from '../../lib/details/known-speaker.ts';
import { Choice } from '../ui/Choice.tsx';
import { TextField } from '../ui/TextField.tsx';
import { type EntryProps, EntryRow } from './EntryRow.tsx';
import { NamedLinkFields } from './NamedLinkFields.tsx';
import { SpeakerName } from './SpeakerName.tsx';

interface SpeakerFieldsProps extends EntryProps {
  speaker: Speaker;
  /** Returns the people whom the name may mean. */
  people(): readonly KnownSpeaker[];
  /** Returns the address of an organisation that other speakers are from; '' if none is known. */
  organisationAddress(name: string): string;
  onSpeaker(speaker: Speaker): void;
}

/** One speaker. */
export function SpeakerFields(props: SpeakerFieldsProps) {
  const { speaker } = props;
  const name = speaker.name || t('popup_speaker_unnamed');
  return (
    <EntryRow
      {...props}
      id={speaker.id}
      mark={initials(speaker.name)}
      name={name}
      more={speakerLine(speaker)}
      removeLabel={t('popup_speaker_remove', name)}
    >
      <OpenSpeaker {...props} />
    </EntryRow>
  );
}

/** `Architect, Tidepool`. */
export function speakerLine({ role, affiliation }: Speaker): string {
  return [role, affiliation.name].filter(Boolean).join(', ');
}

function OpenSpeaker({
  speaker,
  people,
  organisationAddress,
  onSpeaker,
}: Pick<SpeakerFieldsProps, 'speaker' | 'people' | 'organisationAddress' | 'onSpeaker'>) {
  const change = (changes: Partial<Speaker>) => onSpeaker({ ...speaker, ...changes });
  const field = `speaker.${speaker.id}`;
  // What is typed may be in parentheses only for a moment: `(ex)` becomes `(ex) CTO`.
  const chosenPosition = useRef<Speaker['rolePosition']>(undefined);
  const changeRole = (text: string) => {
    const inside = insideParentheses(text);
    if (inside !== undefined) {
      chosenPosition.current ??= speaker.rolePosition;
      change({ role: inside, rolePosition: 'after' });
      return;
    }
    change({ role: text, rolePosition: chosenPosition.current ?? speaker.rolePosition });
    chosenPosition.current = undefined;
  };
  return (
    <>
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
          links="address"
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
          placeholder={t('popup_speaker_role_example')}
          maxLength={limits.label}
          onText={changeRole}
        />
        <Choice
          label={t('popup_speaker_role_position')}
          value={speaker.rolePosition}
          options={[
            { value: 'after', label: t('popup_speaker_role_after') },
            { value: 'before', label: t('popup_speaker_role_before') },
          ]}
          onChoice={(rolePosition) => {
            chosenPosition.current = undefined;
            change({ rolePosition });
          }}
        />
      </div>
      <NamedLinkFields
        label={t('popup_speaker_affiliation')}
        addressLabel={t('popup_speaker_affiliation_address')}
        link={speaker.affiliation}
        fieldName={`${field}.affiliation`}
        addressOf={organisationAddress}
        onLink={(affiliation) => change({ affiliation })}
      />
    </>
  );
}

/**
 * Returns a role that is typed as the post writes it after a name, `Ada (Architect)`; undefined if
 * it is not in parentheses.
 */
const insideParentheses = (text: string): string | undefined =>
  /^\s*\(([^()]+)\)\s*$/.exec(text)?.[1];

/** Returns the first letters of the first and the last name. */
function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word) && !word.endsWith('.'));
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return letters
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase();
}
