import { t } from '../browser/i18n.ts';
import { loadLanguage, onLanguage } from '../browser/language.ts';
import type {} from './early-look.ts';

export { chooseLanguage, chosenLanguage, languages } from '../browser/language.ts';

/** Renders one of our pages in the chosen language, and again whenever another is chosen. */
export async function showInLanguage(show: () => void): Promise<void> {
  const showNow = () => {
    const { documentElement } = document;
    documentElement.lang = t('language_tag');
    documentElement.dir = t('language_direction');
    show();
  };
  onLanguage(showNow);
  await loadLanguage(globalThis.wrapupEarly?.local);
  showNow();
}
