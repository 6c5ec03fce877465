import { Heading2, NotebookPen, Quote } from 'lucide';
import { t } from '../../lib/client/i18n.ts';
import { Icon } from '../ui/Icon.tsx';

interface EmptyPostProps {
  onAdd(kind: 'note' | 'heading'): void;
}

/** Three placeholder blocks: each says what goes in its place. Two of them can be started. */
export function EmptyPost({ onAdd }: EmptyPostProps) {
  return (
    <ol class="ghosts" aria-label={t('desk_ghosts')}>
      <li>
        <button type="button" class="ghost" onClick={() => onAdd('heading')}>
          <Icon of={Heading2} />
          <span>
            <b>{t('desk_ghost_heading')}</b> {t('desk_ghost_heading_text')}
          </span>
        </button>
      </li>
      <li>
        <div class="ghost ghost-quote">
          <Icon of={Quote} />
          <span>
            <b>{t('desk_ghost_quote')}</b> {t('desk_ghost_quote_text')}
          </span>
        </div>
      </li>
      <li>
        <button type="button" class="ghost" onClick={() => onAdd('note')}>
          <Icon of={NotebookPen} />
          <span>
            <b>{t('desk_ghost_note')}</b> {t('desk_ghost_note_text')}
          </span>
        </button>
      </li>
    </ol>
  );
}
