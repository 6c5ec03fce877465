import { X } from 'lucide';
import { t } from '../../lib/client/i18n.ts';
import type { Notice, Undo } from '../../lib/client/notice.ts';
import { IconButton } from '../ui/IconButton.tsx';

interface ToastProps {
  notice: Notice | null;
  undo: Undo | null;
  onUndo(): void;
  onDismiss(): void;
}

/** What was just done, with an undo button, at the lower edge of the desk; it is also announced. */
export function Toast({ notice, undo, onUndo, onDismiss }: ToastProps) {
  return (
    <div class="desk-toasts">
      {undo && (
        <div class="desk-toast">
          <span class="undo-text" aria-hidden="true">
            {undo.text}
          </span>
          {/* The top bar has a button with this name, too; this one belongs to the message. */}
          <button type="button" class="text-button" onClick={onUndo} aria-describedby="toast-of">
            {undo.label ?? t('popup_undo')}
          </button>
          <IconButton small icon={X} label={t('popup_dismiss')} onClick={onDismiss} />
        </div>
      )}
      <span class="visually-hidden" role="status" id="toast-of">
        {undo?.text}
      </span>
      <p class={notice?.bad ? 'desk-toast bad' : 'desk-toast'} role="status">
        {notice?.text ?? ''}
      </p>
    </div>
  );
}
