import { X } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../lib/client/i18n.ts';
import { IconButton } from './IconButton.tsx';

interface DialogProps {
  label: string;
  class: string;
  /** Its label is shown at the top, with a close button. */
  hasHead?: boolean;
  onClose(): void;
  children: ComponentChildren;
}

/**
 * A question over the whole page. Escape and a press outside close it; the browser returns the
 * focus to where it was. Keys pressed in it have no effect elsewhere.
 */
export function Dialog({ label, class: className, hasHead, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const { current } = dialog;
    current?.showModal();
    return () => current?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class={`dialog ${className}`}
      aria-label={label}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key !== 'Escape' || event.isComposing) return;
        event.preventDefault();
        onClose();
      }}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      {hasHead && (
        <header class="dialog-head">
          <h2>{label}</h2>
          <IconButton icon={X} label={t('desk_close', label)} onClick={onClose} />
        </header>
      )}
      {children}
    </dialog>
  );
}
