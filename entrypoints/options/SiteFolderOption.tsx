import { useState } from 'preact/hooks';
import { useSiteFolder } from '../../components/hooks/use-site-folder.ts';
import { errorText } from '../../lib/client/error-text.ts';
import { t } from '../../lib/client/i18n.ts';

/** The site's folder on this computer, if the browser supports that. */
export function SiteFolderOption() {
  const site = useSiteFolder();
  const [problem, setProblem] = useState('');
  if (!site.possible) return null;
  const pick = async () => {
    const picked = await site.pick();
    setProblem(picked.ok ? '' : errorText(picked.error));
  };
  return (
    <div class="field">
      <p>
        {site.name === undefined ? t('options_folder_none') : t('options_folder_picked', site.name)}
      </p>
      <div class="row wrap">
        <button type="button" class="button" onClick={() => void pick()}>
          {t(site.name === undefined ? 'popup_folder_pick' : 'popup_folder_pick_another')}
        </button>
        {site.name !== undefined && (
          <button type="button" class="button quiet" onClick={() => void site.forget()}>
            {t('options_folder_forget')}
          </button>
        )}
      </div>
      <p class="field-error" role="status">
        {problem}
      </p>
    </div>
  );
}
