import { Copy, X } from 'lucide';
import type { LastFailure } from '../../lib/core/last-failure.ts';
import { t } from '../hooks/i18n.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';

interface LastFailureNoteProps {
  failure: LastFailure;
  /** The user's sentence on it. */
  text: string;
  onCopy(): void;
  onDismiss(): void;
}

/** A clip that was not kept, said here because the page could not say it; its words are safe here. */
export function LastFailureNote({ failure, text, onCopy, onDismiss }: LastFailureNoteProps) {
  const at = new Date(failure.at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  return (
    <section class="last-failure" aria-label={t('popup_not_kept')}>
      <div class="row">
        <strong>{t('popup_not_kept_at', at)}</strong>
        <span class="grow" />
        <IconButton small icon={X} label={t('popup_dismiss')} onClick={onDismiss} />
      </div>
      <p>{text}</p>
      {failure.markdown && (
        <button type="button" class="button" onClick={onCopy}>
          <Icon of={Copy} />
          {t('popup_copy_markdown')}
        </button>
      )}
    </section>
  );
}
