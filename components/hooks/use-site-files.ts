import { useEffect, useState } from 'preact/hooks';
import { attempt } from '../../lib/app/attempt.ts';
import { errorText } from '../../lib/client/error-text.ts';
import { whyLeft } from '../../lib/client/history.ts';
import { t, tCount } from '../../lib/client/i18n.ts';
import { loadSiteFiles } from '../../lib/client/loaded-later.ts';
import type { Notice, Undo } from '../../lib/client/notice.ts';
import { database, deps, undoStep } from '../../lib/client/services.ts';
import type { SiteFileState } from '../../lib/client/site-file-states.ts';
import type { Failure } from '../../lib/core/base/errors.ts';
import { whenLoaded } from '../../lib/core/base/load-code.ts';
import { noteProblem } from '../../lib/core/base/problem.ts';
import type { Result } from '../../lib/core/base/result.ts';
import type { WrapUp } from '../../lib/core/post/wrap-up.ts';
import { watchChangedKeys } from '../../lib/store/changed-keys.ts';
import { linkKeys } from '../links/link-field.ts';

interface FilesTelling {
  showNotice(notice: Notice | null): void;
  offerUndo(undo: Undo): void;
}

/** The actions for the files of a wrap-up; each shows a message and offers to undo it. */
export function createFileActions({ showNotice, offerUndo }: FilesTelling) {
  const run = async <T extends { changeId?: string | undefined }>(
    task: (code: Awaited<ReturnType<typeof loadSiteFiles>>) => Promise<Result<T, Failure>>,
    says: (value: T) => string,
  ): Promise<void> => {
    const outcome = await attempt(async () => task(await loadSiteFiles()));
    const done = outcome.ok ? outcome.value : outcome;
    if (!done.ok) return showNotice({ text: errorText(done.error), bad: true });
    const { changeId } = done.value;
    showNotice(null);
    const text = says(done.value);
    if (changeId === undefined) return showNotice({ text });
    offerUndo({
      text,
      async run() {
        const undone = await attempt(() => undoStep(changeId));
        const left = undone.ok ? whyLeft(undone.value, 'popup_undo_nothing') : undefined;
        if (!undone.ok) showNotice({ text: errorText(undone.error), bad: true });
        else if (left) showNotice({ text: left, bad: true });
      },
    });
  };
  return {
    add: (wrapUpId: string, files: readonly File[]) =>
      run(
        ({ addSiteFiles }) => {
          const given = files.map((file) => ({
            name: file.name,
            size: file.size,
            read: () => file.arrayBuffer(),
          }));
          return addSiteFiles(deps, wrapUpId, given);
        },
        ({ files: added, changeId }) => {
          const [first] = added;
          if (changeId === undefined) return t('files_known', first?.fileName ?? '');
          if (added.length > 1) return tCount('files_added', added.length, linkKeys());
          return t('files_added_named', first?.fileName ?? '', linkKeys());
        },
      ),
    rename: (wrapUpId: string, fileId: string, name: string) =>
      run(
        ({ renameSiteFile }) => renameSiteFile(deps, wrapUpId, fileId, name),
        ({ record }) =>
          t('files_renamed', record.files?.find(({ id }) => id === fileId)?.fileName ?? name),
      ),
    remove: (wrapUpId: string, { id, fileName }: SiteFileState) =>
      run(
        ({ removeSiteFile }) => removeSiteFile(deps, wrapUpId, id),
        () => t('files_removed', fileName),
      ),
  };
}

/** The time without writes after which it is read again. */
const restMs = 200;

/**
 * The files of a wrap-up, read again whenever one of its texts may link to another; undefined until
 * read.
 */
export function useSiteFiles(wrapUp: WrapUp): readonly SiteFileState[] | undefined {
  const hasFiles = (wrapUp.files?.length ?? 0) > 0;
  const [states, setStates] = useState<readonly SiteFileState[]>();
  useEffect(() => {
    if (!hasFiles) return setStates([]);
    let isEnded = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () =>
      void whenLoaded(loadSiteFiles(), ({ readFileStates }) =>
        readFileStates(wrapUp).then(
          (next) => {
            if (!isEnded) setStates(next);
          },
          (thrown: unknown) => noteProblem('site-files.list', thrown),
        ),
      );
    read();
    const unwatch = watchChangedKeys(database, 'items', () => {
      clearTimeout(timer);
      timer = setTimeout(read, restMs);
    });
    return () => {
      isEnded = true;
      clearTimeout(timer);
      unwatch();
    };
  }, [wrapUp, hasFiles]);
  return states;
}
