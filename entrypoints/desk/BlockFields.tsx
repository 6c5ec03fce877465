import { ClipEditor } from '../../components/clips/ClipEditor.tsx';
import { isLoading } from '../../components/clips/ClipList.tsx';
import { createItemEdits } from '../../components/hooks/use-item-edits.ts';
import { useLoadingPictures } from '../../components/hooks/use-loading-pictures.ts';
import { useMissingPictures } from '../../components/hooks/use-missing-pictures.ts';
import { useQuoteBlocks } from '../../components/hooks/use-quote-blocks.ts';
import type { Item } from '../../lib/core/post/item.ts';
import type { DeskContext } from './use-desk.ts';

interface BlockFieldsProps {
  desk: DeskContext;
  item: Item;
  onClose(): void;
}

/** All settings of a block, in the drawer. */
export function BlockFields({ desk, item, onClose }: BlockFieldsProps) {
  const { actions, profile, library, wrapUp } = desk;
  const loadingPictures = useLoadingPictures();
  const pictures = useMissingPictures(wrapUp?.id ?? '', desk);
  const halves = useQuoteBlocks(item, library.list?.ids);
  const edits = createItemEdits({ actions, profile, offerUndo: desk.offerUndo });
  return (
    <div class="drawer-fields">
      <ClipEditor
        item={item}
        pictureUrl={item.kind === 'image' ? desk.pictureUrl(item.assetId) : ''}
        rawHtml={edits.rawHtml}
        pictureLoading={isLoading(item, loadingPictures)}
        places={wrapUp ? [{ id: wrapUp.id, title: wrapUp.title }, ...desk.places] : desk.places}
        blocks={halves}
        quoteSteps={edits.quoteSteps}
        onEdit={(changes) => void edits.change(item, changes)}
        onCutSecrets={(changes) => void edits.cutSecrets(item, changes)}
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
