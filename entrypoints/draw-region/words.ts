import { locale, t } from '../../lib/browser/i18n.ts';

/** Every sentence, read at the start: after an update the browser answers no call any more. */
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
