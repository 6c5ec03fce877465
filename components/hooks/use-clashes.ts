import { useEffect } from 'preact/hooks';
import { t } from '../../lib/client/i18n.ts';
import type { Notice } from '../../lib/client/notice.ts';
import { listenToClashes } from '../../lib/client/services.ts';
import { textMergeOf } from '../../lib/core/merge/merge-value.ts';

/** Says if another window changed what was typed here, and which text remains. */
export function useClashes(showNotice: (notice: Notice) => void): void {
  useEffect(
    () =>
      listenToClashes((clashes) => {
        const both = clashes.every(({ field }) => textMergeOf(field) === 'prose');
        showNotice({ text: t(both ? 'popup_clash_both' : 'popup_clash_mine'), bad: true });
      }),
    [showNotice],
  );
}
