import { Download } from 'lucide';
import { useState } from 'preact/hooks';
import { t, tCount } from '../../lib/client/i18n.ts';
import { saveUnreadable, useUnreadable } from '../hooks/use-unreadable.ts';
import { Icon } from '../ui/Icon.tsx';
import { LibrarySection } from './LibrarySection.tsx';

const shownRows = 20;
const shownLength = 120;

/**
 * Records that do not parse: they are kept, and can be downloaded as a file. Shows nothing if there
 * are none.
 */
export function UnreadableSection() {
  const rows = useUnreadable();
  const [said, setSaid] = useState('');
  if (rows === undefined || rows.length === 0) return null;
  return (
    <LibrarySection id="unreadable" title={t('unreadable_title')}>
      <p>{t('unreadable_explained')}</p>
      <ul class="unreadable">
        {rows.slice(0, shownRows).map(({ table, id, row }) => (
          <li key={`${table} ${id}`}>
            {t(table === 'items' ? 'unreadable_item' : 'unreadable_wrap_up')}: {wordsOf(row) || id}
          </li>
        ))}
      </ul>
      {rows.length > shownRows && <p>{tCount('unreadable_more', rows.length - shownRows)}</p>}
      <button
        type="button"
        class="button"
        onClick={() => setSaid(t('unreadable_saved', saveUnreadable(rows)))}
      >
        <Icon of={Download} />
        {t('unreadable_save')}
      </button>
      <p class="quiet" role="status">
        {said}
      </p>
    </LibrarySection>
  );
}

/** Returns text that helps a person recognise the record; '' if it contains no words. */
function wordsOf(row: unknown): string {
  const { title, text, note, alt } = (row ?? {}) as Record<string, unknown>;
  const words = [title, text, note, alt].find((each) => typeof each === 'string' && each !== '');
  return typeof words === 'string' ? words.slice(0, shownLength) : '';
}
