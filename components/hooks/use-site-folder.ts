import { useEffect, useState } from 'preact/hooks';
import { attempt } from '../../lib/app/attempt.ts';
import type { Answer, FolderReport } from '../../lib/app/export-to-folder.ts';
import type { Post, Watched } from '../../lib/app/export-wrap-up.ts';
import {
  canPickFolder,
  isPermitted,
  openSiteFolder,
  permit,
  pickFolder,
} from '../../lib/browser/site-folder.ts';
import { loadArchive } from '../../lib/client/loaded-later.ts';
import { canAskForFolder, openInTab } from '../../lib/client/open-in-tab.ts';
import { deps } from '../../lib/client/services.ts';
import { type Failure, failure } from '../../lib/core/base/errors.ts';
import { fail, ok, type Result } from '../../lib/core/base/result.ts';

export type { Answer, FolderReport };

export interface SiteFolderEdge {
  /** False: this browser lets no extension write into folders. */
  possible: boolean;
  /** The folder's own name; undefined while there is none. */
  name: string | undefined;
  /**
   * Asks for another folder; call it directly in a click's handler. False if the user cancelled.
   */
  pick(): Promise<Result<boolean, Failure>>;
  forget(): Promise<void>;
  /**
   * The folder, if it may be written to; asks for permission if needed, so call it directly in a
   * click's handler. Undefined if the user cancelled, or was sent to a tab because the question
   * can't be shown here.
   */
  open(): Promise<Result<FileSystemDirectoryHandle | undefined, Failure>>;
}

/** The folder of the site on the user's disk, chosen once. */
export function useSiteFolder(): SiteFolderEdge {
  const [name, setName] = useState<string>();
  useEffect(() => {
    if (!canPickFolder()) return;
    deps.exports.folder().then(
      (folder) => setName(folder?.name),
      () => undefined,
    );
  }, []);

  const pick = async (): Promise<Result<FileSystemDirectoryHandle | undefined, Failure>> => {
    const picked = await pickFolder();
    if (!picked.ok || !picked.value) return picked;
    try {
      await deps.exports.setFolder(picked.value);
    } catch (thrown) {
      return fail(failure('storage-failed', String(thrown)));
    }
    setName(picked.value.name);
    return picked;
  };
  return {
    possible: canPickFolder(),
    name,
    async pick() {
      if (!canAskForFolder()) {
        await openInTab('folder');
        return ok(false);
      }
      const picked = await pick();
      return picked.ok ? ok(picked.value !== undefined) : picked;
    },
    async forget() {
      await deps.exports.setFolder(undefined);
      setName(undefined);
    },
    async open() {
      try {
        const folder = await deps.exports.folder();
        if (!canAskForFolder() && !(folder && (await isPermitted(folder)))) {
          await openInTab('folder');
          return ok(undefined);
        }
        if (!folder) return await pick();
        return (await permit(folder)) ? ok(folder) : fail(failure('folder-refused'));
      } catch (thrown) {
        return fail(failure('folder-failed', String(thrown)));
      }
    },
  };
}

/** Writes the post and its pictures into the folder. */
export async function exportInto(
  folder: FileSystemDirectoryHandle,
  post: Post,
  answers: ReadonlyMap<string, Answer>,
  watched: Watched,
): Promise<Result<FolderReport, Failure>> {
  const loaded = await attempt(loadArchive);
  if (!loaded.ok) return loaded;
  const { cleanDrawing, exportToFolder } = loaded.value;
  const edges = { ...deps, cleanDrawing, folder: openSiteFolder(folder) };
  return exportToFolder(edges, post, answers, watched);
}
