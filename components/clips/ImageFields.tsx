import { t } from '../../lib/client/i18n.ts';
import { limits } from '../../lib/core/base/limits.ts';
import type { ImageClip } from '../../lib/core/post/item.ts';
import { ChooseFile } from '../ui/ChooseFile.tsx';
import { TextField } from '../ui/TextField.tsx';
import type { Edit } from './ClipEditor.tsx';
import { OwnWords } from './OwnWords.tsx';

interface ImageFieldsProps {
  item: ImageClip;
  /** Address of the stored bytes; '' if there are none. */
  pictureUrl: string;
  /** True while its bytes are loading. */
  pictureLoading: boolean;
  onEdit: Edit;
  /** Replaces the clip's picture. */
  onFile(file: File): void;
  /** Given if a file cannot be chosen here; opens a page where it can. */
  onChoose?: (() => void) | undefined;
}

export function ImageFields(props: ImageFieldsProps) {
  const { item, pictureUrl, pictureLoading, onEdit } = props;
  return (
    <>
      {pictureUrl ? (
        <img class="editor-picture" src={pictureUrl} alt={item.alt} />
      ) : (
        <p class={pictureLoading ? 'hint' : 'warn'}>
          {t(pictureLoading ? 'popup_picture_loading' : 'popup_picture_missing')}
        </p>
      )}
      <div class="row">
        <ChooseFile
          text={t(pictureUrl ? 'popup_picture_choose_another' : 'popup_picture_choose')}
          onChoose={props.onChoose}
          onFile={props.onFile}
        />
      </div>
      <TextField
        label={t('popup_alt')}
        value={item.alt}
        lines={1}
        fieldName="alt"
        hint={item.alt ? undefined : t('popup_alt_hint')}
        maxLength={limits.description}
        onText={(alt) => onEdit({ alt })}
      />
      <TextField
        label={t('popup_caption')}
        value={item.caption ?? ''}
        lines={1}
        fieldName="caption"
        placeholder={t('popup_caption_none')}
        maxLength={limits.description}
        onText={(caption) => onEdit({ caption })}
      />
      <TextField
        label={t('popup_picture_link')}
        value={item.linkUrl}
        code
        links="address"
        fieldName="linkUrl"
        inputMode="url"
        placeholder={t('popup_picture_link_none')}
        maxLength={limits.url}
        onText={(linkUrl) => onEdit({ linkUrl })}
      />
      <TextField
        label={t('popup_picture_path')}
        value={item.path}
        code
        fieldName="path"
        placeholder={item.fileName}
        hint={t('popup_picture_path_hint')}
        maxLength={limits.url}
        onText={(path) => onEdit({ path })}
      />
      <OwnWords
        item={item}
        onEdit={onEdit}
        placeholder={t('popup_your_words_picture')}
        hint={t('popup_link_source_hint')}
      />
    </>
  );
}
