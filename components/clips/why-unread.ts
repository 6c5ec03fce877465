import { errorText } from '../../lib/client/error-text.ts';
import { t } from '../../lib/client/i18n.ts';
import type { ShortcutKeys } from '../../lib/client/shortcuts.ts';
import type { Failure } from '../../lib/core/base/errors.ts';
import { shortKeys } from './shortcut-text.ts';

/**
 * Returns why a page could not be read, with the key that would open it to us if there is one.
 * Nobody has tried to clip it yet, so this does not say that nothing was clipped.
 */
export function whyUnread(error: Failure, shortcuts: ShortcutKeys | undefined): string {
  if (error.code === 'page-not-clippable') return t('popup_page_closed');
  if (error.code === 'store-page') return t('popup_store_closed');
  const key = shortcuts?.['open-panel'];
  if (error.code !== 'page-not-granted' || !key) return errorText(error);
  return `${errorText(error)} ${t('popup_grant_key', shortKeys(key))}`;
}
