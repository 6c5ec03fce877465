import { Heading2, NotebookPen } from 'lucide';
import { t } from '../../lib/client/i18n.ts';
import { Icon } from '../ui/Icon.tsx';

/** Buttons for what the note-taker adds, after the open row or at the end. */
export function AddButtons({ onAdd }: { onAdd(kind: 'note' | 'section'): void }) {
  return (
    <>
      <button
        type="button"
        class="button quiet"
        aria-label={t('popup_add_note')}
        title={t('popup_add_note')}
        onClick={() => onAdd('note')}
      >
        <Icon of={NotebookPen} />
        <span class="button-label">{t('popup_add_note_short')}</span>
      </button>
      <button
        type="button"
        class="button quiet"
        aria-label={t('popup_add_section')}
        title={t('popup_add_section')}
        onClick={() => onAdd('section')}
      >
        <Icon of={Heading2} />
        <span class="button-label">{t('popup_add_section_short')}</span>
      </button>
    </>
  );
}
