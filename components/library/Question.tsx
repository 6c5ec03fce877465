import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../lib/client/i18n.ts';

interface QuestionProps {
  text: string;
  yes: string;
  busy: boolean;
  onYes(): void;
  onNo(): void;
}

/** Asks before an action that can't be undone. */
export function Question({ text, yes, busy, onYes, onNo }: QuestionProps) {
  const no = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => no.current?.focus(), []);
  return (
    <div
      class="question"
      role="alertdialog"
      aria-label={text}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onNo();
      }}
    >
      <p>{text}</p>
      <div class="actions">
        <button type="button" class="button danger" disabled={busy} onClick={onYes}>
          {yes}
        </button>
        <button ref={no} type="button" class="button" disabled={busy} onClick={onNo}>
          {t('trash_keep')}
        </button>
      </div>
    </div>
  );
}
