import { t, tCount } from '../../lib/client/i18n.ts';
import type { Loss } from '../../lib/client/lost-library.ts';
import { when } from './when.ts';

/** True if the copy contains something of what is missing. */
export const helps = ({ loss, copy, found }: Loss) =>
  copy !== undefined && (loss.what === 'gone' || found > 0);

/** Describes to the user what the copy contains of what is lost. */
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
      : copyOf(live(wrapUps.values()), live(items.values()), copy.at),
    ...(copy.wordsOnly ? [t('popup_copy_words_only')] : []),
    ...(copy.leftOut > 0
      ? [t('popup_copy_left_out', tCount('popup_wrap_ups_count', copy.leftOut))]
      : []),
  ];
  return sentences.join(' ');
}

function copyOf(wrapUps: number, clips: number, at: string | undefined): string {
  const counts = [tCount('popup_wrap_ups_count', wrapUps), tCount('popup_count', clips)] as const;
  return at === undefined
    ? t('popup_copy_changes', ...counts)
    : t('popup_copy_of', ...counts, when(at));
}
