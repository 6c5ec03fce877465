import type { Undo } from '../../lib/client/notice.ts';
import { whereToChoose } from '../../lib/client/open-in-tab.ts';
import type { Item } from '../../lib/core/post/item.ts';
import type { MissingPicture } from '../../lib/exporters/exporter.ts';
import { useMissingPictures } from '../hooks/use-missing-pictures.ts';
import type { TabProps } from '../ui/tab-props.ts';
import { MissingPictures } from './MissingPictures.tsx';

interface PictureToDosProps extends Pick<TabProps, 'showNotice'> {
  wrapUpId: string;
  missing: readonly MissingPicture[];
  items: readonly Item[];
  offerUndo(undo: Undo): void;
}

export function PictureToDos(props: PictureToDosProps) {
  const { wrapUpId, missing, items } = props;
  const pictures = useMissingPictures(wrapUpId, props);
  return (
    <MissingPictures
      missing={missing}
      clipOf={(id) => {
        const item = items.find((each) => each.id === id);
        return item?.kind === 'image' ? item : undefined;
      }}
      busy={pictures.busy}
      onFetch={(clip) => void pictures.fetch(clip)}
      onFile={(picture, file) => void pictures.takeFile(picture, file)}
      onChoose={whereToChoose()}
    />
  );
}
