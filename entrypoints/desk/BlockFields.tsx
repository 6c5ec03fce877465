import { ClipEditor } from '../../components/clips/ClipEditor.tsx';
import { isLoading } from '../../components/clips/ClipList.tsx';
import { useLoadingPictures } from '../../components/hooks/use-loading-pictures.ts';
import { useMissingPictures } from '../../components/hooks/use-missing-pictures.ts';
import { useQuoteBlocks } from '../../components/hooks/use-quote-blocks.ts';
import { t } from '../../lib/client/i18n.ts';
import { edit, undoStep } from '../../lib/client/services.ts';
import { capturedMarkdown } from '../../lib/clips/captured-markdown.ts';
import type { ItemEdits, SecretCuts } from '../../lib/core/post/edits.ts';
import type { Item, Quote } from '../../lib/core/post/item.ts';
import type { DeskContext } from './use-desk.ts';

interface BlockFieldsProps {
  desk: DeskContext;
  item: Item;
  onClose(): void;
}

/** All that can be set of a block, in the drawer. */
export function BlockFields({ desk, item, onClose }: BlockFieldsProps) {
  const { actions, profile, library, wrapUp } = desk;
  const loadingPictures = useLoadingPictures();
  const pictures = useMissingPictures(wrapUp?.id ?? '', desk);
  const halves = useQuoteBlocks(item, library.list?.ids);
  const rawHtml = profile?.rawHtml ?? false;
  const typedOver = (quote: Quote, text: string) =>
    text === capturedMarkdown(quote, rawHtml) ? null : text;
  const change = (changes: ItemEdits) => void edit('item', item.id, item, changes);
  const cutSecrets = async (changes: SecretCuts) => {
    const saved = await edit('item', item.id, item, changes);
    if (!saved) return;
    const run = () => void undoStep(saved.changeId);
    desk.offerUndo({ text: t('clip_secret_removed'), run });
  };
  return (
    <div class="drawer-fields">
      <ClipEditor
        item={item}
        pictureUrl={item.kind === 'image' ? desk.pictureUrl(item.assetId) : ''}
        rawHtml={rawHtml}
        pictureLoading={isLoading(item, loadingPictures)}
        places={wrapUp ? [{ id: wrapUp.id, title: wrapUp.title }, ...desk.places] : desk.places}
        blocks={halves}
        quoteSteps={{
          onSplit: (quote, both, text) =>
            void actions.splitQuote(quote, both, typedOver(quote, text)),
          onJoin: (both, markdown) => void actions.joinQuote(both, typedOver(both[0], markdown)),
          onBack: (quote) => void actions.backToSource(quote),
        }}
        onEdit={change}
        onCutSecrets={(changes) => void cutSecrets(changes)}
        onFile={(file) => item.kind === 'image' && void pictures.takeFile({ clip: item }, file)}
        onMoveTo={(id) => {
          onClose();
          desk.moveTo([item.id], id);
        }}
        onDelete={() => {
          onClose();
          void actions.deleteItems([item.id]);
        }}
        onClose={onClose}
      />
    </div>
  );
}
