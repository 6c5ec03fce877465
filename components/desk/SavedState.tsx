import { Check, TriangleAlert } from 'lucide';
import { errorText } from '../../lib/client/error-text.ts';
import { t } from '../../lib/client/i18n.ts';
import type { SaveState } from '../../lib/client/record-writer.ts';
import { Icon } from '../ui/Icon.tsx';

interface SavedStateProps {
  saving: SaveState;
  onRetry(): void;
}

/** Shows whether everything typed is stored, and offers to try again if it is not. */
export function SavedState({ saving, onRetry }: SavedStateProps) {
  if (saving.state === 'failed')
    return (
      <p class="desk-failed bad" role="alert">
        <Icon of={TriangleAlert} />
        <span>{errorText(saving.failure)}</span>
        <button type="button" class="text-button" onClick={onRetry}>
          {t('popup_retry')}
        </button>
      </p>
    );
  return (
    <span class={saving.state === 'saved' ? 'desk-saved saved' : 'desk-saved'}>
      {saving.state === 'saved' && <Icon of={Check} />}
      <span>{t(saving.state === 'saved' ? 'popup_saved' : 'popup_saving')}</span>
    </span>
  );
}
