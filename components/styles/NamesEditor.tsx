import { t } from '../../lib/client/i18n.ts';
import type { StyleExample } from '../../lib/client/style-example.ts';
import { limits } from '../../lib/core/base/limits.ts';
import type { Profile } from '../../lib/core/post/profile.ts';
import { TextField } from '../ui/TextField.tsx';

type Patterns = Pick<Profile, 'titlePattern' | 'slugPattern' | 'filePattern'>;

interface NamesEditorProps {
  profile: Patterns & Pick<Profile, 'number'>;
  /** Absent while it is being made. */
  example: StyleExample | undefined;
  onEdit(changes: Partial<Patterns & Pick<Profile, 'number'>>): void;
}

/** The names of a new wrap-up, its slug and its file. */
export function NamesEditor({ profile, example, onEdit }: NamesEditorProps) {
  const pattern = (name: keyof Patterns, label: string, placeholder: string, made = '') => {
    const unknown = example?.problems.patterns[name];
    return (
      <TextField
        label={label}
        value={profile[name]}
        code
        placeholder={placeholder}
        fieldName={name}
        maxLength={limits.label}
        error={unknown === undefined ? undefined : t('style_problem_pattern', unknown)}
        hint={made && t('style_pattern_makes', made)}
        onText={(text) => onEdit({ [name]: text })}
      />
    );
  };
  return (
    <fieldset>
      <legend>{t('style_names')}</legend>
      <p class="field-hint">{t('style_names_hint')}</p>
      {pattern('titlePattern', t('style_title'), 'Meetup #{{ number }}', example?.title)}
      <div class="two">
        {pattern('slugPattern', t('style_slug'), 'meetup-{{ number }}', example?.slug)}
        {pattern(
          'filePattern',
          t('style_file'),
          '{{ date | date: "%Y-%m-%d" }}-{{ slug }}',
          example?.file,
        )}
        <TextField
          label={t('style_number')}
          value={profile.number}
          inputMode="numeric"
          fieldName="number"
          maxLength={9}
          keepAfterBlur={(text) => !/^\d{0,9}$/.test(text)}
          hint={t('style_number_hint')}
          onText={(text) => {
            if (/^\d{0,9}$/.test(text)) onEdit({ number: text });
          }}
        />
      </div>
    </fieldset>
  );
}
