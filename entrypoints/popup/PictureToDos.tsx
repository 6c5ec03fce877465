import { errorText } from '../../components/hooks/error-text.ts';
import { t } from '../../components/hooks/i18n.ts';
import { whereToChoose } from '../../components/hooks/open-in-tab.ts';
import type { TabProps } from '../../components/hooks/tab-props.ts';
import { useMissingPictures } from '../../components/hooks/use-missing-pictures.ts';
import { MissingPictures } from '../../components/preview/MissingPictures.tsx';
import type { Item } from '../../lib/core/item.ts';
import type { MissingPicture } from '../../lib/exporters/exporter.ts';

interface PictureToDosProps extends Pick<TabProps, 'showNotice'> {
  wrapUpId: string;
  missing: readonly MissingPicture[];
  items: readonly Item[];
}

export function PictureToDos({ wrapUpId, missing, items, showNotice }: PictureToDosProps) {
  const pictures = useMissingPictures(wrapUpId, (outcome) =>
    showNotice(
      outcome.ok
        ? { text: t('popup_picture_kept') }
        : { text: errorText(outcome.error), bad: true },
    ),
  );
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
