import type { ComponentChildren } from 'preact';
import { t } from '../../lib/client/i18n.ts';
import { limits } from '../../lib/core/base/limits.ts';
import type { LinkClip } from '../../lib/core/post/item.ts';
import { TextField } from '../ui/TextField.tsx';
import type { Edit } from './ClipEditor.tsx';
import { FormChoice } from './FormChoice.tsx';
import { OwnWords } from './OwnWords.tsx';
import { PaperFields } from './PaperFields.tsx';

interface LinkFieldsProps {
  item: LinkClip;
  onEdit: Edit;
  /** Shows what is known about a PDF. */
  children?: ComponentChildren;
}

export function LinkFields({ item, onEdit, children }: LinkFieldsProps) {
  return (
    <>
      <TextField
        label={t('popup_link_title')}
        value={item.title}
        fieldName="title"
        maxLength={limits.title}
        onText={(title) => onEdit({ title })}
      />
      <TextField
        label={t('popup_address')}
        value={item.url}
        code
        links="address"
        fieldName="url"
        inputMode="url"
        maxLength={limits.url}
        onText={(url) => onEdit({ url })}
      />
      <OwnWords
        item={item}
        onEdit={onEdit}
        placeholder={t('popup_your_words_link')}
        hint={t('popup_link_place_hint')}
      />
      <FormChoice form={item.form} onEdit={onEdit} />
      <PaperFields item={item} onEdit={onEdit}>
        {children}
      </PaperFields>
    </>
  );
}
