import { browser } from 'wxt/browser';
import type { ErrorCode } from '../core/base/errors.ts';
import { errorText } from './error-text.ts';
import { t } from './i18n.ts';
import { loadLanguage } from './language.ts';

const countColor = '#2b50c8';
const failureColor = '#b3261e';
const textColor = '#ffffff';

/** Only four characters fit. */
function badgeText(count: number): string {
  if (count === 0) return '';
  return count > 999 ? '999+' : String(count);
}

/** The toolbar button (`Badge` in `lib/app/ports.ts`). */
export const actionBadge = {
  async show(count: number, failed?: ErrorCode): Promise<void> {
    const { action } = browser;
    // Only a failure is described in words.
    if (failed !== undefined) await loadLanguage();
    const title = failed === undefined ? t('action_title') : errorText(failed);
    await Promise.all([
      action.setBadgeText({ text: failed === undefined ? badgeText(count) : '!' }),
      action.setBadgeBackgroundColor({ color: failed === undefined ? countColor : failureColor }),
      action.setBadgeTextColor({ color: textColor }),
      action.setTitle({ title }),
    ]);
  },

  async showReading(tabId: number, reading: boolean): Promise<void> {
    // A value set for a tab takes precedence over the one for all tabs; null removes it again, in
    // both browsers, but the polyfill's types do not know that.
    const text = (reading ? '…' : null) as string;
    await browser.action.setBadgeText({ tabId, text });
  },
};
