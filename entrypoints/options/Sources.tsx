import { t } from '../../components/hooks/i18n.ts';
import { editProfile } from '../../components/hooks/use-profile.ts';
import { CheckBox } from '../../components/ui/CheckBox.tsx';
import { Choice } from '../../components/ui/Choice.tsx';
import type { Profile } from '../../lib/core/profile.ts';

/** How a post names where its clips are from. */
export function Sources({ profile }: { profile: Profile }) {
  return (
    <section>
      <h2>{t('options_sources')}</h2>
      <div class="two">
        <Choice
          label={t('options_attribution')}
          value={profile.attribution}
          options={[
            { value: 'host-path', label: t('popup_attribution_host_path') },
            { value: 'title', label: t('popup_attribution_title') },
            { value: 'section', label: t('popup_attribution_section') },
            { value: 'none', label: t('popup_attribution_none') },
          ]}
          onChoice={(attribution) => editProfile({ attribution })}
        />
        <Choice
          label={t('options_authors')}
          value={profile.authors}
          options={[
            { value: 'comments', label: t('options_authors_comments') },
            { value: 'all', label: t('options_authors_all') },
            { value: 'none', label: t('options_authors_none') },
          ]}
          onChoice={(authors) => editProfile({ authors })}
        />
      </div>
      <CheckBox
        label={t('options_permanent_links')}
        checked={profile.permanentLinks}
        onChange={(permanentLinks) => editProfile({ permanentLinks })}
      />
      <p class="field-hint">{t('options_permanent_links_hint')}</p>
    </section>
  );
}
