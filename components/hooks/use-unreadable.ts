import { useEffect, useState } from 'preact/hooks';
import { database } from '../../lib/client/services.ts';
import { downloadFile } from '../../lib/client/take-away.ts';
import { noteProblem } from '../../lib/core/base/problem.ts';
import { findUnreadable, type UnreadableRow } from '../../lib/store/unreadable-rows.ts';

/** Unreadable stored records; undefined until they were searched for. */
export function useUnreadable(): readonly UnreadableRow[] | undefined {
  const [rows, setRows] = useState<readonly UnreadableRow[]>();
  useEffect(() => {
    // If the database does not open, the page reports it.
    void findUnreadable(database).then(setRows, (thrown: unknown) =>
      noteProblem('library.unreadable', thrown),
    );
  }, []);
  return rows;
}

/** Downloads them as JSON, as they are stored. Returns the file's name. */
export function saveUnreadable(rows: readonly UnreadableRow[]): string {
  const name = 'wrapup-unreadable.json';
  const text = JSON.stringify(rows, null, 1);
  downloadFile(name, new Blob([text], { type: 'application/json' }));
  return name;
}
