import { useEffect, useState } from 'preact/hooks';
import { folders } from '../../lib/app/snapshots/folders.ts';
import { listSnapshots } from '../../lib/app/snapshots/take-snapshot.ts';
import { ownFiles } from '../../lib/browser/own-files.ts';
import { downloadFile } from '../../lib/client/take-away.ts';
import { noteProblem } from '../../lib/core/base/problem.ts';
import { type Snapshot, snapshotName } from '../../lib/core/library/snapshot.ts';

/** The newest first; undefined until read, `failed` if the browser does not show them. */
export function useSnapshots(): readonly Snapshot[] | 'failed' | undefined {
  const [snapshots, setSnapshots] = useState<readonly Snapshot[] | 'failed'>();
  useEffect(() => {
    void listSnapshots(ownFiles).then(setSnapshots, (thrown: unknown) => {
      noteProblem('snapshot.list', thrown);
      setSnapshots('failed');
    });
  }, []);
  return snapshots;
}

/** Undefined if it is gone by now. Rejects with the browser's error. */
export async function snapshotFile(snapshot: Snapshot): Promise<File | undefined> {
  const name = snapshotName(snapshot);
  const blob = await ownFiles.read(folders.snapshots, name);
  return blob && new File([blob], `wrapup ${name}`, { type: 'application/zip' });
}

/** Downloads it; it is a backup without pictures. */
export async function saveSnapshot(snapshot: Snapshot): Promise<void> {
  const file = await snapshotFile(snapshot);
  if (file) downloadFile(file.name, file);
}
