import { t } from '../../lib/client/i18n.ts';
import { Choice } from '../ui/Choice.tsx';
import type { Edit } from './ClipEditor.tsx';

/** How an item other than a quote is shown in the post. */
export function FormChoice({ form, onEdit }: { form: 'bullet' | 'paragraph'; onEdit: Edit }) {
  return (
    <Choice
      label={t('popup_form')}
      value={form}
      options={[
        { value: 'bullet', label: t('popup_form_bullet') },
        { value: 'paragraph', label: t('popup_form_paragraph') },
      ]}
      onChoice={(chosen) => onEdit({ form: chosen })}
    />
  );
}
