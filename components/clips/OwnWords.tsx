import { t } from '../../lib/client/i18n.ts';
import { limits } from '../../lib/core/base/limits.ts';
import type { Item } from '../../lib/core/post/item.ts';
import { TextField, type TextFieldProps } from '../ui/TextField.tsx';
import type { Edit } from './ClipEditor.tsx';

interface OwnWordsProps extends Partial<Omit<TextFieldProps, 'value' | 'onText'>> {
  item: Pick<Item, 'note'>;
  onEdit: Edit;
}

/** The note-taker's own words of an item. */
export function OwnWords({ item, onEdit, ...field }: OwnWordsProps) {
  return (
    <TextField
      label={t('popup_your_words')}
      lines={1}
      {...field}
      value={item.note}
      fieldName="note"
      links="text"
      maxLength={limits.note}
      onText={(note) => onEdit({ note })}
    />
  );
}
