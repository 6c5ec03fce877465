import { t } from '../../components/hooks/i18n.ts';
import { editProfile } from '../../components/hooks/use-profile.ts';
import { Choice } from '../../components/ui/Choice.tsx';
import type { Profile } from '../../lib/core/profile.ts';

/** How papers stand in the post. */
export function Papers({ profile }: { profile: Profile }) {
  return (
    <section>
      <h2>{t('options_papers')}</h2>
      <Choice
        label={t('options_published')}
        value={profile.published}
        options={[
          { value: 'year', label: t('options_published_year') },
          { value: 'month-year', label: t('options_published_month_year') },
          { value: 'none', label: t('options_published_none') },
        ]}
        fieldName="published"
        onChoice={(published) => editProfile({ published })}
      />
      <p class="field-hint">{t('options_published_hint')}</p>
    </section>
  );
}
