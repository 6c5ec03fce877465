import { CheckBox } from '../../components/ui/CheckBox.tsx';
import { TextField } from '../../components/ui/TextField.tsx';
import { t } from '../../lib/client/i18n.ts';
import { limits } from '../../lib/core/base/limits.ts';
import type { Profile } from '../../lib/core/post/profile.ts';

interface TemplateSentencesProps {
  profile: Pick<Profile, 'template' | 'headingFirst' | 'thanks' | 'linkPicture'>;
  shippedThanks: string;
  /** A sentence on what is wrong with a text; '' where nothing is. */
  problems: { headingFirst: string; thanks: string };
  onEdit(changes: Partial<Pick<Profile, 'headingFirst' | 'thanks' | 'linkPicture'>>): void;
}

/** What can be changed in the shipped template without writing one. One of the user's own says these things itself. */
export function TemplateSentences(props: TemplateSentencesProps) {
  const { profile, shippedThanks, problems, onEdit } = props;
  return (
    <>
      {profile.template === '' && (
        <>
          <TextField
            label={t('options_heading_first')}
            value={profile.headingFirst}
            code
            fieldName="headingFirst"
            placeholder="## {{ event.name }}"
            error={problems.headingFirst || undefined}
            hint={t('options_heading_first_hint')}
            maxLength={limits.label}
            onText={(headingFirst) => onEdit({ headingFirst })}
          />
          <TextField
            label={t('options_thanks')}
            value={profile.thanks || shippedThanks}
            lines={2}
            code
            fieldName="thanks"
            error={problems.thanks || undefined}
            hint={t('options_thanks_hint')}
            maxLength={limits.label}
            onText={(text) => onEdit({ thanks: text === shippedThanks ? '' : text })}
          />
        </>
      )}
      <div>
        <CheckBox
          label={t('options_link_picture')}
          checked={profile.linkPicture}
          onChange={(linkPicture) => onEdit({ linkPicture })}
        />
        {profile.template !== '' && <p class="field-hint">{t('options_link_picture_hint')}</p>}
      </div>
    </>
  );
}
