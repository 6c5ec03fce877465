import { t } from '../../lib/client/i18n.ts';

interface DraftErrorProps {
  /** Why there is no draft, in a sentence. */
  error: string;
  /** True if the template has to be changed; otherwise another try may succeed. */
  isOfTemplate: boolean;
  onOptions(): void;
}

/** Replaces the draft if it can't be composed, and offers the next step. */
export function DraftError({ error, isOfTemplate, onOptions }: DraftErrorProps) {
  return (
    <div class="draft-error" role="alert">
      <p>{error}</p>
      {isOfTemplate ? (
        <button type="button" class="button" onClick={onOptions}>
          {t('popup_template_options')}
        </button>
      ) : (
        <button type="button" class="button" onClick={() => location.reload()}>
          {t('popup_retry')}
        </button>
      )}
    </div>
  );
}
