import { t } from '../../lib/client/i18n.ts';
import type { Loss } from '../../lib/client/lost-library.ts';
import { when } from './when.ts';

const clipCount = (clips: number) =>
  clips === 1 ? t('popup_count_one') : t('popup_count_many', clips);
const countOf = (wrapUps: number) =>
  wrapUps === 1 ? t('popup_wrap_ups_one') : t('popup_wrap_ups_many', wrapUps);

/** True if the copy has something of what is missing. */
export const helps = ({ loss, copy, found }: Loss) =>
  copy !== undefined && (loss.what === 'gone' || found > 0);

/** What there is of what is lost, for the user. */
export function copyText(lost: Loss): string {
  const { loss, copy, found } = lost;
  if (copy === undefined) {
    return t(loss.what === 'gone' ? 'popup_copy_none' : 'popup_copy_has_none');
  }
  if (!helps(lost)) return t('popup_copy_has_none');
  const { wrapUps, items } = copy.rows;
  const live = (rows: Iterable<{ deletedAt: string | null }>) =>
    [...rows].filter(({ deletedAt }) => deletedAt === null).length;
  const sentences = [
    loss.what === 'behind'
      ? found === loss.missing
        ? t('popup_copy_has_all')
        : t('popup_copy_has_some', found, loss.missing)
      : t(
          copy.at === undefined ? 'popup_copy_changes' : 'popup_copy_of',
          countOf(live(wrapUps.values())),
          clipCount(live(items.values())),
          copy.at === undefined ? '' : when(copy.at),
        ),
    ...(copy.wordsOnly ? [t('popup_copy_words_only')] : []),
    ...(copy.leftOut > 0 ? [t('popup_copy_left_out', countOf(copy.leftOut))] : []),
  ];
  return sentences.join(' ');
}
