import { useRef, useState } from 'preact/hooks';
import { t } from '../../lib/client/i18n.ts';
import type { Trash } from '../hooks/use-trash.ts';
import { TrashRow } from '../library/TrashRow.tsx';

/** How many rows are rendered at once. */
const rowsAtOnce = 30;

interface TrayTrashProps {
  /** What is deleted of one wrap-up. */
  trash: Trash;
  pictureUrl(assetId: string): string;
}

/** What was deleted from the wrap-up in the last 30 days, with buttons to restore or purge it. */
export function TrayTrash({ trash, pictureUrl }: TrayTrashProps) {
  const { entries, busy } = trash;
  const [rows, setRows] = useState(rowsAtOnce);
  const list = useRef<HTMLUListElement>(null);
  if (!entries) return null;
  if (entries.length === 0) return <p class="tray-none quiet">{t('trash_empty')}</p>;
  /** The focused element is gone with its row. */
  const after = (entryId: string) => {
    const at = entries.findIndex(({ id }) => id === entryId);
    const next = entries[at + 1] ?? entries[at - 1];
    const row = next && `[data-trash="${CSS.escape(next.id)}"]`;
    return () => row && list.current?.querySelector<HTMLElement>(`${row} button`)?.focus();
  };
  return (
    <>
      <ul class="trash-rows" ref={list}>
        {entries.slice(0, rows).map((entry) => (
          <TrashRow
            key={`${entry.kind} ${entry.id}`}
            entry={entry}
            busy={busy}
            saysPlace={false}
            pictureUrl={pictureUrl}
            onPutBack={() => void trash.putBack(entry).then(after(entry.id))}
            onDelete={() => void trash.deleteForGood(entry).then(after(entry.id))}
          />
        ))}
      </ul>
      {entries.length > rows && (
        <button type="button" class="text-button" onClick={() => setRows(rows + rowsAtOnce)}>
          {t('trash_more', entries.length - rows)}
        </button>
      )}
    </>
  );
}
