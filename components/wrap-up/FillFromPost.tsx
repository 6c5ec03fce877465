import { useRef } from 'preact/hooks';
import { t } from '../../lib/client/i18n.ts';
import type { Proposal } from '../../lib/details/fill-from-event.ts';
import { FillPreview } from './FillPreview.tsx';

interface FillFromPostProps {
  proposals: readonly Proposal[];
  onFill(proposals: readonly Proposal[]): void;
  /** None of it should be offered any more. */
  onDismiss(): void;
}

/** Details that the first sentences of an opened post seem to contain, each with a check box. */
export function FillFromPost({ proposals, onFill, onDismiss }: FillFromPostProps) {
  const box = useRef<HTMLElement>(null);
  if (proposals.length === 0) return null;
  return (
    <section class="fill" ref={box} tabIndex={-1} aria-label={t('fill_post_label')}>
      <p class="quiet">{t('fill_post_explained')}</p>
      <FillPreview
        isGuess
        proposals={proposals}
        onFill={(chosen) => {
          onFill(chosen);
          // The button may disappear with the last thing to fill.
          box.current?.focus();
        }}
      />
      <button type="button" class="button quiet" onClick={onDismiss}>
        {t('fill_post_dismiss')}
      </button>
    </section>
  );
}
