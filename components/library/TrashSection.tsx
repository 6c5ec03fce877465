import { Trash2 } from 'lucide';
import { useMemo, useRef, useState } from 'preact/hooks';
import { t } from '../../lib/client/i18n.ts';
import type { Trash } from '../hooks/use-trash.ts';
import { Icon } from '../ui/Icon.tsx';
import { LibrarySection } from './LibrarySection.tsx';
import { Question } from './Question.tsx';
import { TrashRow } from './TrashRow.tsx';
import { searchTrash } from './trash-search.ts';

interface TrashSectionProps {
  trash: Trash;
  /** Returns the address of a stored picture's bytes; '' while they are not there. */
  pictureUrl(assetId: string): string;
}

/** Thousands of rows would be slow to lay out, and nobody reads them. */
const rowsAtOnce = 100;

/** What was deleted in the last 30 days, with buttons to restore it. */
export function TrashSection({ trash, pictureUrl }: TrashSectionProps) {
  const [query, setQuery] = useState('');
  const [rows, setRows] = useState(rowsAtOnce);
  const [asking, setAsking] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const { entries, partial } = trash;
  const found = useMemo(() => searchTrash(entries ?? [], query), [entries, query]);
  /** The focused element is gone with its row. */
  const toSearch = () => search.current?.focus();
  const rest = found.length - rows;
  return (
    <LibrarySection id="trash" title={t('trash_title')}>
      <p class="quiet">{t('trash_explained')}</p>
      {entries?.length === 0 && !partial && <p>{t('trash_empty')}</p>}
      {entries && entries.length > 0 && (
        <>
          <div class="trash-head">
            <input
              ref={search}
              type="text"
              class="trash-search"
              aria-label={t('trash_search')}
              placeholder={t('trash_search')}
              autocomplete="off"
              dir="auto"
              value={query}
              onInput={(event) => {
                setQuery(event.currentTarget.value);
                setRows(rowsAtOnce);
              }}
            />
            {!asking && (
              <button
                type="button"
                class="button"
                disabled={trash.busy || partial}
                onClick={() => setAsking(true)}
              >
                <Icon of={Trash2} />
                {t('trash_empty_it')}
              </button>
            )}
            <p role="status" class="quiet trash-found">
              {query !== '' && !partial && t('trash_found', found.length, entries.length)}
            </p>
          </div>
          {asking && (
            <Question
              text={t('trash_empty_asked', entries.length)}
              yes={t('trash_empty_yes')}
              busy={trash.busy}
              onYes={() => void trash.empty().then(() => setAsking(false))}
              onNo={() => {
                setAsking(false);
                toSearch();
              }}
            />
          )}
          <ul class="trash-rows">
            {found.slice(0, rows).map((entry) => (
              <TrashRow
                key={`${entry.kind} ${entry.id}`}
                entry={entry}
                busy={trash.busy}
                pictureUrl={pictureUrl}
                onPutBack={() => void trash.putBack(entry).then(toSearch)}
                onDelete={() => void trash.deleteForGood(entry).then(toSearch)}
              />
            ))}
          </ul>
          {rest > 0 && !partial && (
            <button type="button" class="button" onClick={() => setRows(rows + rowsAtOnce)}>
              {t('trash_more', rest)}
            </button>
          )}
        </>
      )}
    </LibrarySection>
  );
}
