import { X } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../lib/client/i18n.ts';
import { IconButton } from './IconButton.tsx';

interface DialogProps {
  label: string;
  class: string;
  /** Its label stands above it, with a button that closes it. */
  hasHead?: boolean;
  onClose(): void;
  children: ComponentChildren;
}

/**
 * What is asked for over the whole page. Escape and a press beside it close it; the focus goes back to where it was, as
 * browsers do it. No key that is pressed in it does anything elsewhere.
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
