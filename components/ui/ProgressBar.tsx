import { useEffect, useState } from 'preact/hooks';
import { locale, t } from '../../lib/client/i18n.ts';
import { byteSize } from '../../lib/core/base/byte-size.ts';

interface ProgressBarProps {
  label: string;
  done: number;
  /** 0 until it is known. */
  total: number;
  /** What is counted; by default things. */
  unit?: 'bytes' | undefined;
  /** What the user should know while it runs. */
  hint?: string | undefined;
  onCancel(): void;
}

/** A shorter task ends before its progress could be read. */
const shownAfterMs = 150;

/** Shows progress and a cancel button; nothing at first. */
export function ProgressBar({ label, done, total, unit, hint, onCancel }: ProgressBarProps) {
  const shownAs = (count: number) => (unit === 'bytes' ? byteSize(count, locale()) : count);
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), shownAfterMs);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return null;
  return (
    <div class="progress">
      <div class="row">
        <span>{label}</span>
        <span class="quiet">{total > 0 && t('popup_progress', shownAs(done), shownAs(total))}</span>
        <span class="grow" />
        <button type="button" class="text-button" onClick={onCancel}>
          {t('popup_cancel')}
        </button>
      </div>
      <div
        class="progress-track"
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        {...(total > 0 ? { 'aria-valuemax': total, 'aria-valuenow': done } : {})}
      >
        <div class="progress-done" style={{ width: `${total > 0 ? (100 * done) / total : 0}%` }} />
      </div>
      {hint && <p class="quiet">{hint}</p>}
    </div>
  );
}
