import { useEffect, useState } from 'preact/hooks';
import { t } from '../../lib/client/i18n.ts';
import { hearMissingCode, isCodeMissing } from '../../lib/core/base/load-code.ts';

/** Says that some of the page's code did not load. Use it once per page. */
export function MissingCode() {
  const [isShown, setShown] = useState(isCodeMissing);
  useEffect(() => {
    setShown(isCodeMissing());
    return hearMissingCode(setShown);
  }, []);
  if (!isShown) return null;
  return (
    <div class="not-loaded" role="alert">
      <p>{t('page_not_loaded')}</p>
      {/* A browser may remember the failure as long as the page is open, so the page is reloaded. */}
      <button type="button" class="button" onClick={() => location.reload()}>
        {t('popup_retry')}
      </button>
    </div>
  );
}
