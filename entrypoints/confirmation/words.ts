import { keyPart, listed, locale, t, tCount } from '../../lib/browser/i18n.ts';
import type { ErrorCode } from '../../lib/core/base/errors.ts';
import { clampText } from '../../lib/core/base/limits.ts';
import type { ClipPlace } from '../../lib/core/capture/clip-place.ts';

/**
 * Reads every sentence of the confirmation at the start, because after an update of the extension
 * the browser answers no more calls.
 */
export function readWords(errorCode?: ErrorCode) {
  const clippedOn = (when: string, title: string) =>
    title === '' ? t('confirm_before_inbox', when) : t('confirm_before', when, title);
  const places = {
    start: t('confirm_place_start'),
    end: t('confirm_place_end'),
    middle: t('confirm_place_middle'),
    tray: t('confirm_place_tray'),
    inbox: t('confirm_place_inbox'),
  };
  return {
    clipped: (title: string) =>
      title === '' ? t('confirm_clipped_inbox') : t('confirm_clipped', title),
    clippedLink: (title: string) =>
      title === '' ? t('confirm_clipped_link_inbox') : t('confirm_clipped_link', title),
    tied: (title: string) => t('confirm_tied', title),
    untied: t('confirm_untied'),
    alsoIn: (titles: readonly string[]) => {
      const named = titles
        .slice(0, 3)
        .map((title) => (title === '' ? t('popup_inbox') : clampText(title, 60)));
      const others = titles.length - named.length;
      return t(
        'confirm_also_in',
        listed(others > 0 ? [...named, tCount('confirm_also_in_more', others)] : named),
      );
    },
    selectionUnseen: t('confirm_selection_unseen'),
    before: clippedOn,
    speaker: {
      added: (name: string, title: string) => t('confirm_speaker_added', name, title),
      completed: (name: string, title: string) => t('confirm_speaker_completed', name, title),
      present: (name: string, title: string) => t('confirm_speaker_present', name, title),
    },
    today: (time: string) => t('confirm_today', time),
    onDay: (day: string) => t('confirm_on_day', day),
    reading: t('confirm_reading'),
    frameLate: t('confirm_frame_late'),
    partsMissing: t('confirm_parts_missing'),
    pictureLoading: t('confirm_picture_loading'),
    pictureCut: t('confirm_picture_cut'),
    unsavedKept: t('confirm_unsaved_kept'),
    unsavedTooLarge: t('confirm_unsaved_too_large'),
    pictureMissing: t('confirm_picture_missing'),
    pictureUniform: t('confirm_picture_uniform'),
    pictureReduced: t('confirm_picture_reduced'),
    tableSimplified: t('confirm_table_simplified'),
    secretInAddress: t('confirm_secret_in_address'),
    checkTime: t('confirm_check_time'),
    momentTime: t('confirm_moment_time'),
    nudges: {
      '-5': t('moment_earlier_5'),
      '-1': t('moment_earlier_1'),
      '1': t('moment_later_1'),
      '5': t('moment_later_5'),
    },
    page: t('confirm_page'),
    pagePlaceholder: t('confirm_page_placeholder'),
    pageExpected: t('popup_page_expected'),
    altField: t('confirm_alt_field'),
    altPlaceholder: t('confirm_alt_placeholder'),
    place: ({ where, section }: ClipPlace) =>
      where === 'section' ? t('confirm_place_section', section) : places[where],
    placeNamed: (text: string) => t('confirm_place_named', text),
    placeChange: t('confirm_place_change'),
    placeFailed: t('confirm_place_failed'),
    toWrapUp: (title: string) =>
      title === '' ? places.inbox : t('confirm_place_wrap_up', clampText(title, 60)),
    undo: t('confirm_undo'),
    removed: t('confirm_removed'),
    putBack: t('confirm_put_back'),
    clipAgain: t('confirm_clip_again'),
    field: t('confirm_field'),
    placeholder: t('confirm_placeholder'),
    saved: t('confirm_saved'),
    notSaved: t('confirm_not_saved'),
    wordsKept: t('confirm_words_kept'),
    clickAgain: t('confirm_click_again'),
    typingBlocked: t('confirm_typing_blocked'),
    undoFailed: t('confirm_undo_failed'),
    restoreFailed: t('confirm_restore_failed'),
    reloaded: t('confirm_reloaded'),
    failed: (errorCode && t(`error_${keyPart(errorCode)}`)) || t('confirm_failed'),
    tryAgain: t('confirm_try_again'),
    clipPage: t('confirm_clip_page'),
    clipPlainText: t('confirm_clip_plain_text'),
    openRecording: t('popup_open_recording'),
    embeddedTime: t('confirm_embedded_time'),
    clipAtTime: t('confirm_clip_at_time'),
    timeExpected: t('popup_time_expected'),
    copy: t('confirm_copy'),
    copied: t('confirm_copied'),
    copyRefused: t('confirm_copy_refused'),
    close: t('confirm_close'),
    language: locale(),
    rightToLeft: t('language_direction') === 'rtl',
  };
}

export type Words = ReturnType<typeof readWords>;

/** Returns `today at 14:05`, `on 12 March`, `on 12 March 2024`, in the interface's language. */
export function sayWhen(instant: string, now: Date, words: Words): string {
  const then = new Date(instant);
  if (Number.isNaN(then.getTime())) return '';
  if (then.toDateString() === now.toDateString()) {
    return words.today(
      then.toLocaleTimeString(words.language, { hour: 'numeric', minute: '2-digit' }),
    );
  }
  const sameYear = then.getFullYear() === now.getFullYear();
  return words.onDay(
    then.toLocaleDateString(words.language, {
      day: 'numeric',
      month: 'long',
      ...(sameYear ? {} : { year: 'numeric' }),
    }),
  );
}
