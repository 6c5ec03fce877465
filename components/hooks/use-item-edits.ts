import { t } from '../../lib/client/i18n.ts';
import type { Telling } from '../../lib/client/notice.ts';
import { edit, undoStep } from '../../lib/client/services.ts';
import { capturedMarkdown } from '../../lib/clips/captured-markdown.ts';
import type { ItemEdits, SecretCuts } from '../../lib/core/post/edits.ts';
import type { Item, Quote } from '../../lib/core/post/item.ts';
import type { Profile } from '../../lib/core/post/profile.ts';
import type { QuoteSteps } from '../clips/QuoteMarkdown.tsx';
import type { Actions } from './use-actions.ts';

interface Context extends Pick<Telling, 'offerUndo'> {
  actions: Actions;
  /** The style of the items' post; undefined until it is read. */
  profile: Profile | undefined;
}

/** The actions of an item's editor, in the popup and at the desk. */
export function createItemEdits({ actions, profile, offerUndo }: Context) {
  const rawHtml = profile?.rawHtml ?? false;
  const offer = (text: string, changeId: string | undefined) =>
    offerUndo({ text, run: () => void undoStep(changeId) });
  const typedOver = (quote: Quote, text: string) =>
    text === capturedMarkdown(quote, rawHtml) ? null : text;
  const quoteSteps: QuoteSteps = {
    onSplit: (quote, halves, text) =>
      void actions.splitQuote(quote, halves, typedOver(quote, text)),
    onJoin: (halves, markdown) => void actions.joinQuote(halves, typedOver(halves[0], markdown)),
    onBack: (quote) => void actions.backToSource(quote),
    onClipAgain: (quote) => void actions.clipAgain(quote),
  };
  return {
    rawHtml,
    quoteSteps,
    async change(item: Item, changes: ItemEdits): Promise<void> {
      const hadWords = item.kind === 'quote' && item.editedMarkdown !== null;
      const saved = await edit('item', item.id, item, changes);
      // One click can discard the note-taker's own words, so it offers an undo.
      if (hadWords && changes.editedMarkdown === null)
        offer(t('popup_words_restored'), saved?.changeId);
    },
    /** Cuts out what looks like a password in the clip's addresses. */
    async cutSecrets(item: Item, changes: SecretCuts): Promise<void> {
      const saved = await edit('item', item.id, item, changes);
      if (saved) offer(t('clip_secret_removed'), saved.changeId);
    },
  };
}
