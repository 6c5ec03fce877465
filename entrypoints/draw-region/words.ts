import { locale, t } from '../../lib/browser/i18n.ts';

/** Reads every sentence at the start, because after an update the browser answers no more calls. */
export function readWords() {
  return {
    label: t('region_label'),
    hint: t('region_hint'),
    again: t('region_again'),
    language: locale(),
    rightToLeft: t('language_direction') === 'rtl',
  };
}

export type Words = ReturnType<typeof readWords>;
