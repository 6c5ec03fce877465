import { editProfile } from '../../components/hooks/use-profile.ts';
import { CheckBox } from '../../components/ui/CheckBox.tsx';
import { Choice } from '../../components/ui/Choice.tsx';
import { TextField } from '../../components/ui/TextField.tsx';
import { t } from '../../lib/client/i18n.ts';
import { limits } from '../../lib/core/base/limits.ts';
import type { Profile } from '../../lib/core/post/profile.ts';

/** How a post quotes a page and names the source. */
export function QuotesAndSources({ profile }: { profile: Profile }) {
  return (
    <section>
      <h2>{t('options_quotes')}</h2>
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
          onChoice={(attribution) => void editProfile({ attribution })}
        />
        <Choice
          label={t('style_attribution_mark')}
          value={profile.attributionMark}
          options={(['--', '–', '—'] as const).map((value) => ({ value, label: value }))}
          fieldName="attributionMark"
          onChoice={(attributionMark) => void editProfile({ attributionMark })}
        />
        <Choice
          label={t('style_attribution_place')}
          value={profile.attributionPlace}
          options={[
            { value: 'end', label: t('style_attribution_end') },
            { value: 'paragraph', label: t('style_attribution_paragraph') },
          ]}
          fieldName="attributionPlace"
          onChoice={(attributionPlace) => void editProfile({ attributionPlace })}
        />
        <Choice
          label={t('options_authors')}
          value={profile.authors}
          options={[
            { value: 'comments', label: t('options_authors_comments') },
            { value: 'all', label: t('options_authors_all') },
            { value: 'none', label: t('options_authors_none') },
          ]}
          onChoice={(authors) => void editProfile({ authors })}
        />
        <div>
          <Choice
            label={t('options_published')}
            value={profile.published}
            options={[
              { value: 'year', label: t('options_published_year') },
              { value: 'month-year', label: t('options_published_month_year') },
              { value: 'none', label: t('options_published_none') },
            ]}
            fieldName="published"
            onChoice={(published) => void editProfile({ published })}
          />
          <p class="field-hint">{t('options_published_hint')}</p>
        </div>
        <div>
          <Choice
            label={t('options_formulas')}
            value={profile.formulas}
            options={[
              { value: 'dollars', label: t('options_formulas_dollars') },
              { value: 'code', label: t('options_formulas_code') },
            ]}
            fieldName="formulas"
            onChoice={(formulas) => void editProfile({ formulas })}
          />
          <p class="field-hint">{t('options_formulas_hint')}</p>
        </div>
      </div>
      <div>
        <CheckBox
          label={t('options_raw_html')}
          checked={profile.rawHtml}
          onChange={(rawHtml) => editProfile({ rawHtml })}
        />
        <p class="field-hint">{t('options_raw_html_hint')}</p>
      </div>
      <Shortcodes profile={profile} />
      <div>
        <CheckBox
          label={t('options_permanent_links')}
          checked={profile.permanentLinks}
          onChange={(permanentLinks) => void editProfile({ permanentLinks })}
        />
        <p class="field-hint">{t('options_permanent_links_hint')}</p>
      </div>
    </section>
  );
}

/** The names as they are typed, with commas; characters that a name can't contain are left out. */
function Shortcodes({ profile }: { profile: Profile }) {
  const shown = profile.shortcodes.join(', ');
  return (
    <TextField
      label={t('style_shortcodes')}
      value={shown}
      code
      placeholder="youtube"
      fieldName="shortcodes"
      hint={t('style_shortcodes_hint')}
      onText={(text) => {
        const names = text.split(/[,\s]+/).filter((name) => /^[\w./-]{1,200}$/.test(name));
        void editProfile({ shortcodes: [...new Set(names)].slice(0, limits.shortcodes) });
      }}
    />
  );
}
