import { TimerReset, TriangleAlert } from 'lucide';
import type { Ref } from 'preact';
import { t } from '../../lib/client/i18n.ts';
import { limits } from '../../lib/core/base/limits.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';

interface ComposerProps {
  text: string;
  /** The time taken with the first letter (`45:56`, or the time of day `19:42`); '' before it. */
  time: string;
  /** True if the time must be typed before the words. */
  timeMissing: boolean;
  placeholder: string;
  /** How many notes could not be stored yet. */
  unsaved: number;
  fieldRef: Ref<HTMLTextAreaElement>;
  onText(text: string): void;
  onSend(): void;
  onRetake(): void;
  onRetry(): void;
}

/** The field for the next note. Enter sends it; Shift+Enter starts a new line. */
export function Composer(props: ComposerProps) {
  const { text, time, timeMissing } = props;
  const begun = text !== '';
  return (
    <div class="composer">
      <textarea
        ref={props.fieldRef}
        rows={2}
        dir="auto"
        data-links="text"
        aria-label={t('talk_field')}
        aria-describedby="talk-hint"
        placeholder={props.placeholder}
        maxLength={limits.note}
        value={text}
        onInput={(event) => props.onText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          props.onSend();
        }}
      />
      <div class="row composer-foot" id="talk-hint">
        {begun && timeMissing && <span class="warn">{t('talk_time_missing')}</span>}
        {begun && !timeMissing && (
          <>
            <span class="taken">{time}</span>
            <IconButton small icon={TimerReset} label={t('talk_retake')} onClick={props.onRetake} />
          </>
        )}
        <span class="grow" />
        <span class="quiet">{begun ? t('talk_enter') : t('talk_first_letter')}</span>
      </div>
      {props.unsaved > 0 && (
        <p class="bad row" role="alert">
          <Icon of={TriangleAlert} />
          <span class="grow">{t('talk_unsaved', props.unsaved)}</span>
          <button type="button" class="text-button" onClick={props.onRetry}>
            {t('popup_retry')}
          </button>
        </p>
      )}
    </div>
  );
}
