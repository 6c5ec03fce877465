import { t } from '../../lib/client/i18n.ts';
import type { Moment } from '../../lib/core/post/item.ts';
import { TimeField } from '../ui/TimeField.tsx';
import type { Edit } from './ClipEditor.tsx';
import { FormChoice } from './FormChoice.tsx';
import { momentSteps } from './moment-steps.ts';
import { OwnWords } from './OwnWords.tsx';

interface MomentFieldsProps {
  item: Moment;
  onEdit: Edit;
}

/** Where the moment starts and ends, and its words. Changing a time counts as checking it. */
export function MomentFields({ item, onEdit }: MomentFieldsProps) {
  const { startSeconds, endSeconds } = item;
  const start = (seconds: number) => onEdit({ startSeconds: seconds, checkTime: false });
  return (
    <>
      <MomentFacts item={item} onEdit={onEdit} />
      <div class="two">
        <TimeField
          label={t('popup_moment_start')}
          seconds={startSeconds}
          expected={t('popup_time_expected')}
          fieldName="startSeconds"
          onSeconds={(seconds) => seconds !== null && start(seconds)}
        />
        <TimeField
          label={t('popup_moment_end')}
          seconds={endSeconds}
          optional
          expected={t('popup_time_expected')}
          placeholder={t('popup_moment_no_end')}
          fieldName="endSeconds"
          onSeconds={(seconds) => onEdit({ endSeconds: seconds })}
        />
      </div>
      {endSeconds !== null && endSeconds <= startSeconds && (
        <p class="warn" role="status">
          {t('popup_moment_end_early')}
        </p>
      )}
      <fieldset class="row">
        <legend class="visually-hidden">{t('confirm_moment_time')}</legend>
        {momentSteps.map(({ by, label, name }) => (
          <button
            key={by}
            type="button"
            class="button"
            aria-label={t(name)}
            disabled={by < 0 && startSeconds === 0}
            onClick={() => start(Math.max(0, startSeconds + by))}
          >
            {label}
          </button>
        ))}
      </fieldset>
      <OwnWords
        item={item}
        onEdit={onEdit}
        placeholder={t('popup_your_words_moment')}
        hint={t('popup_link_place_hint')}
      />
      <FormChoice form={item.form} onEdit={onEdit} />
    </>
  );
}

/** What the recording said at that time, and whether the time should be checked. */
function MomentFacts({ item, onEdit }: MomentFieldsProps) {
  const { mediaTitle, chapter, caption, checkTime } = item;
  return (
    <>
      {[mediaTitle, chapter].some(Boolean) && (
        <p class="quiet" dir="auto">
          {[mediaTitle, chapter].filter(Boolean).join(' · ')}
        </p>
      )}
      {caption && (
        <p class="clip-quote" dir="auto">
          {caption}
        </p>
      )}
      {checkTime && (
        <div class="row">
          <p class="warn grow">{t('confirm_check_time')}</p>
          <button type="button" class="button" onClick={() => onEdit({ checkTime: false })}>
            {t('popup_time_is_right')}
          </button>
        </div>
      )}
    </>
  );
}
