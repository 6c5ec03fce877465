import { Check, TriangleAlert, X } from 'lucide';
import type { ComponentChildren } from 'preact';
import { t } from '../../lib/client/i18n.ts';
import { Icon } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';

interface StatusBarProps {
  /** Undefined: nothing can be saved now, and nothing is pending. */
  saving: 'saved' | 'saving' | 'failed' | undefined;
  /** What failed and what is safe, in a sentence; for `failed`. */
  failure: string;
  onRetry(): void;
  /** What can be undone, in the user's words. */
  undo: { text: string; label?: string } | null;
  onUndo(): void;
  onUndoDismissed(): void;
  /** What just happened (`Copied`); replaces the count. */
  notice: { text: string; bad?: boolean } | null;
  count: string;
  /** What can be added here; shown at the end. */
  children?: ComponentChildren;
}

/** The footer: the state of the data, and an undo for the last action. */
export function StatusBar(props: StatusBarProps) {
  const { undo, notice } = props;
  // A failure needs the whole width, and nothing more could be added now.
  const failed = props.saving === 'failed';
  return (
    <footer class="status-bar">
      {failed ? (
        <p class="bad" role="alert">
          <Icon of={TriangleAlert} />
          <span>{props.failure}</span>
          <button type="button" class="text-button" onClick={props.onRetry}>
            {t('popup_retry')}
          </button>
        </p>
      ) : (
        !undo &&
        props.saving && (
          <span class={props.saving === 'saved' ? 'saved' : 'saving'}>
            {props.saving === 'saved' && <Icon of={Check} />}
            {t(props.saving === 'saved' ? 'popup_saved' : 'popup_saving')}
          </span>
        )
      )}
      {undo && (
        <span class="undo">
          <span class="undo-text" aria-hidden="true">
            {undo.text}
          </span>
          <button type="button" class="text-button" onClick={props.onUndo}>
            {undo.label ?? t('popup_undo')}
          </button>
          <IconButton small icon={X} label={t('popup_dismiss')} onClick={props.onUndoDismissed} />
        </span>
      )}
      <span class="visually-hidden" role="status">
        {undo?.text}
      </span>
      <span class={notice?.bad ? 'notice bad' : 'notice'} role="status">
        {notice?.text ?? ''}
      </span>
      {!notice && !undo && !failed && <span class="quiet status-count">{props.count}</span>}
      {!undo && !failed && !notice?.bad && <span class="grow" />}
      {!failed && props.children}
    </footer>
  );
}
