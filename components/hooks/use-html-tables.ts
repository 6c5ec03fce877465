import { useState } from 'preact/hooks';
import { attempt } from '../../lib/app/attempt.ts';
import { convertTables } from '../../lib/app/convert-tables.ts';
import { parseInert } from '../../lib/browser/trusted-types.ts';
import { errorText } from '../../lib/client/error-text.ts';
import { whyLeft } from '../../lib/client/history.ts';
import { tCount } from '../../lib/client/i18n.ts';
import type { Telling } from '../../lib/client/notice.ts';
import { deps, undoStep } from '../../lib/client/services.ts';
import { loadCode } from '../../lib/core/base/load-code.ts';
import type { Profile } from '../../lib/core/post/profile.ts';

interface HtmlTables {
  /** How many quotes contain tables that the site may leave out. */
  count: number;
  /** Hides it for now. */
  dismiss(): void;
  convert(): Promise<void>;
}

/**
 * Offers to convert the quotes of older versions whose tables are HTML, if the site shows no HTML.
 * @param ids of those quotes
 */
export function useHtmlTables(
  ids: readonly string[],
  profile: Profile | undefined,
  { showNotice, offerUndo }: Telling,
): HtmlTables {
  const showBad = (text: string) => showNotice({ text, bad: true });
  const [isDismissed, setDismissed] = useState(false);
  const isAsked = profile !== undefined && !profile.rawHtml && !isDismissed;
  return {
    count: isAsked ? ids.length : 0,
    dismiss: () => setDismissed(true),
    async convert() {
      // It is loaded when first needed, because it is as large as everything else.
      const loaded = await attempt(() =>
        loadCode('html-to-markdown', () => import('../../lib/page/html-to-markdown.ts')),
      );
      if (!loaded.ok) return showBad(errorText(loaded.error));
      const { htmlToMarkdown } = loaded.value;
      const convert = (html: string) =>
        htmlToMarkdown(parseInert(html).body, {
          maths: profile?.formulas,
        });
      const converted = await convertTables(
        { items: deps.items, changes: deps.changes, convert },
        ids,
      );
      if (!converted.ok) return showBad(errorText(converted.error));
      const { count, changeId } = converted.value;
      // A quote without an original can't be converted, so it is not offered again.
      if (count < ids.length) setDismissed(true);
      if (count === 0) return;
      offerUndo({
        text: tCount('popup_tables_converted', count),
        run: () =>
          void attempt(() => undoStep(changeId)).then((undone) => {
            if (!undone.ok) return showBad(errorText(undone.error));
            const left = whyLeft(undone.value, 'popup_undo_nothing');
            if (left) showBad(left);
          }),
      });
    },
  };
}
