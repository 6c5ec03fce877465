import { X } from 'lucide';
import { locale, t } from '../../lib/client/i18n.ts';
import type { LastFailure } from '../../lib/core/capture/last-failure.ts';
import { IconButton } from '../ui/IconButton.tsx';

interface LastFailureNoteProps {
  failure: LastFailure;
  /** The message for the user. */
  text: string;
  onDismiss(): void;
}

/** Reports a gesture that clipped nothing, because the page could not report it. */
export function LastFailureNote({ failure, text, onDismiss }: LastFailureNoteProps) {
  const at = new Date(failure.at).toLocaleTimeString(locale(), {
    hour: 'numeric',
    minute: '2-digit',
  });
  return (
    <section class="last-failure" aria-label={t('popup_not_kept')}>
      <div class="row">
        <strong>{t('popup_not_kept_at', at)}</strong>
        <span class="grow" />
        <IconButton small icon={X} label={t('popup_dismiss')} onClick={onDismiss} />
      </div>
      <p>{text}</p>
    </section>
  );
}
