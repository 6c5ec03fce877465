import { checkName } from '../../components/checks/check-text.ts';
import { withCheck } from '../../components/hooks/use-check-actions.ts';
import { editProfile } from '../../components/hooks/use-profile.ts';
import { CheckBox } from '../../components/ui/CheckBox.tsx';
import { checkIds } from '../../lib/checks/check-ids.ts';
import { t } from '../../lib/client/i18n.ts';

/** Which checks are made of a draft. */
export function ChecksOptions({ off }: { off: readonly string[] }) {
  return (
    <section>
      <h2>{t('checks_title')}</h2>
      <p class="field-hint">{t('checks_options_hint')}</p>
      <div class="check-options">
        {checkIds.map((id) => (
          <CheckBox
            key={id}
            label={checkName(id)}
            checked={!off.includes(id)}
            onChange={(isOn) => void editProfile({ checksOff: withCheck(off, id, isOn) })}
          />
        ))}
      </div>
    </section>
  );
}
