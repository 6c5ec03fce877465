import { useEffect, useState } from 'preact/hooks';
import { t } from '../../lib/client/i18n.ts';
import { hearMissingCode, isCodeMissing } from '../../lib/core/base/load-code.ts';

/** Says that some of the page's code did not load. Once a page. */
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
      {/* A browser may keep to a failure for as long as the page lives: the page begins anew. */}
      <button type="button" class="button" onClick={() => location.reload()}>
        {t('popup_retry')}
      </button>
    </div>
  );
}
