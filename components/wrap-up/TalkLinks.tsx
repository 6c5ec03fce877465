import { t } from '../../lib/client/i18n.ts';
import { limits } from '../../lib/core/base/limits.ts';
import type { TalkChanges, TalkOfEvening, TalkRecording } from '../../lib/core/post/talks.ts';
import { TextField } from '../ui/TextField.tsx';

interface TalkPartProps {
  talk: TalkOfEvening;
  /** The prefix of its fields' names: `talk.<id>`; those of the only talk have short names. */
  fieldName: string;
  onChange(changes: TalkChanges): void;
}

export function TalkTitle({ talk, fieldName, onChange }: TalkPartProps) {
  return (
    <TextField
      label={t('popup_talk_title')}
      value={talk.title}
      fieldName={`${fieldName}title`}
      maxLength={limits.title}
      onText={(title) => onChange({ title })}
    />
  );
}

/** The addresses of its slides and its code. */
export function TalkMaterial({ talk, fieldName, onChange }: TalkPartProps) {
  const address = {
    code: true,
    links: 'address',
    inputMode: 'url',
    placeholder: 'https://',
    maxLength: limits.url,
  } as const;
  return (
    <div class="two">
      <TextField
        {...address}
        label={t('popup_talk_slides')}
        value={talk.slides}
        fieldName={`${fieldName}slides`}
        onText={(slides) => onChange({ slides })}
      />
      <TextField
        {...address}
        label={t('popup_talk_repository')}
        value={talk.repository}
        fieldName={`${fieldName}repository`}
        onText={(repository) => onChange({ repository })}
      />
    </div>
  );
}

interface RecordingFieldsProps extends TalkPartProps {
  /** The label of its address if no legend says whose it is. */
  addressLabel: string;
}

/** The recording of a talk, and the picture for it. */
export function RecordingFields({ talk, fieldName, onChange, addressLabel }: RecordingFieldsProps) {
  const { recording } = talk;
  const change = (changes: Partial<TalkRecording>) =>
    onChange({ recording: { ...recording, ...changes } });
  return (
    <>
      <TextField
        label={addressLabel}
        value={recording.url}
        code
        links="address"
        inputMode="url"
        fieldName={`${fieldName}recording.url`}
        placeholder="https://"
        maxLength={limits.url}
        onText={(url) => change({ url })}
      />
      <div class="two">
        <TextField
          label={t('popup_recording_picture')}
          value={recording.picture}
          code
          fieldName={`${fieldName}recording.picture`}
          placeholder="/images/…"
          maxLength={limits.url}
          onText={(picture) => change({ picture })}
        />
        <TextField
          label={t('popup_recording_alt')}
          value={recording.pictureAlt}
          fieldName={`${fieldName}recording.pictureAlt`}
          maxLength={limits.label}
          onText={(pictureAlt) => change({ pictureAlt })}
        />
      </div>
    </>
  );
}
