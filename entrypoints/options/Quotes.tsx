import { t } from '../../components/hooks/i18n.ts';
import { editProfile } from '../../components/hooks/use-profile.ts';
import { Choice } from '../../components/ui/Choice.tsx';
import type { Profile } from '../../lib/core/profile.ts';

/** How what a page says is written down when it is clipped. */
export function Quotes({ profile }: { profile: Profile }) {
  return (
    <section>
      <h2>{t('options_quotes')}</h2>
      <div class="two">
        <Choice
          label={t('options_formulas')}
          value={profile.formulas}
          fieldName="formulas"
          options={[
            { value: 'dollars', label: t('options_formulas_dollars') },
            { value: 'code', label: t('options_formulas_code') },
          ]}
          onChoice={(formulas) => editProfile({ formulas })}
        />
      </div>
      <p class="field-hint">{t('options_formulas_hint')}</p>
    </section>
  );
}
