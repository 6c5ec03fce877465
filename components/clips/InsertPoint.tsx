import { ArrowDownToLine, CodeXml, Heading2, NotebookPen, Plus } from 'lucide';
import { t } from '../../lib/client/i18n.ts';
import { Menu } from '../ui/Menu.tsx';

/** What can be inserted between two rows: something new, or the line below which new clips land. */
export type Inserted = 'note' | 'heading' | 'raw' | 'landing';

interface InsertPointProps {
  label: string;
  tabIndex: number;
  /** False if no clips can land, as in the inbox. */
  canLand: boolean;
  onInsert(what: Inserted): void;
}

/** A plus button between two rows. */
export function InsertPoint({ label, tabIndex, canLand, onInsert }: InsertPointProps) {
  return (
    <div class="insert">
      <Menu
        small
        label={label}
        icon={Plus}
        tabIndex={tabIndex}
        entries={[
          ...(canLand
            ? [
                {
                  label: t('popup_insert_landing'),
                  icon: ArrowDownToLine,
                  onPick: () => onInsert('landing'),
                },
              ]
            : []),
          { label: t('popup_insert_note'), icon: NotebookPen, onPick: () => onInsert('note') },
          { label: t('popup_insert_heading'), icon: Heading2, onPick: () => onInsert('heading') },
          { label: t('popup_insert_raw'), icon: CodeXml, onPick: () => onInsert('raw') },
        ]}
      />
    </div>
  );
}
