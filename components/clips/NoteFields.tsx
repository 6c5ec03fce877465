import { t } from '../../lib/client/i18n.ts';
import type { Moment, Note, Part, Raw, Section } from '../../lib/core/post/item.ts';
import { linkKeys } from '../links/link-field.ts';
import { Choice } from '../ui/Choice.tsx';
import type { Edit } from './ClipEditor.tsx';
import { FormChoice } from './FormChoice.tsx';
import { OwnWords } from './OwnWords.tsx';

interface NoteFieldsProps {
  item: Note | Section | Moment | Raw | Part;
  onEdit: Edit;
}

/** An item that mainly consists of the note-taker's own words. */
export function NoteFields({ item, onEdit }: NoteFieldsProps) {
  return (
    <>
      <OwnWords
        item={item}
        onEdit={onEdit}
        label={t(item.kind === 'section' ? 'popup_section_text' : 'popup_your_words')}
        lines={item.kind === 'note' ? 3 : 1}
        asTyped={item.kind === 'note' && item.asTyped === true}
        placeholder={item.kind === 'section' ? t('popup_section_example') : ''}
        hint={item.kind === 'section' ? undefined : t('popup_note_hint', linkKeys())}
      />
      {item.kind === 'section' ? (
        <Choice
          label={t('popup_form')}
          value={item.form}
          options={[
            { value: 'lead-in', label: t('popup_form_lead_in') },
            { value: 'h1', label: t('popup_form_h1') },
            { value: 'h2', label: t('popup_form_h2') },
            { value: 'h3', label: t('popup_form_h3') },
            { value: 'h4', label: t('popup_form_h4') },
          ]}
          onChoice={(form) => onEdit({ form })}
        />
      ) : 'form' in item ? (
        <FormChoice form={item.form} onEdit={onEdit} />
      ) : null}
    </>
  );
}
