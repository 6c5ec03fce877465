import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { attempt } from '../../lib/app/attempt.ts';
import { purgeTrash, putBack, putPictureBack, type Step } from '../../lib/app/trash.ts';
import { errorText } from '../../lib/client/error-text.ts';
import { whyLeft } from '../../lib/client/history.ts';
import { t } from '../../lib/client/i18n.ts';
import { loadCopies } from '../../lib/client/loaded-later.ts';
import type { Notice, Undo } from '../../lib/client/notice.ts';
import { copies, database, deps, undoStep } from '../../lib/client/services.ts';
import type { Failure } from '../../lib/core/base/errors.ts';
import type { Result } from '../../lib/core/base/result.ts';
import type { Purge, TrashEntry } from '../../lib/core/library/trash.ts';
import { watchChangedKeys, watchTables } from '../../lib/store/changed-keys.ts';

interface Telling {
  showNotice(notice: Notice | null): void;
  offerUndo(undo: Undo): void;
}

export interface Trash {
  /** The latest first; undefined until read. */
  entries: readonly TrashEntry[] | undefined;
  /** True while there may be more than `entries`. */
  partial: boolean;
  /** True while something is being restored or purged. */
  busy: boolean;
  putBack(entry: TrashEntry): Promise<void>;
  deleteForGood(entry: TrashEntry): Promise<void>;
  empty(): Promise<void>;
}

/** The time without writes after which it is read again. */
const restMs = 100;
/** How many clips are read before all are. */
const seenAtFirst = 100;

/**
 * What is deleted, read again whenever the page gets the focus.
 * @param wrapUpId only of this wrap-up; then it is also read again after each write
 */
export function useTrash({ showNotice, offerUndo }: Telling, wrapUpId?: string): Trash {
  const [entries, setEntries] = useState<readonly TrashEntry[]>();
  const [busy, setBusy] = useState(false);
  const [partial, setPartial] = useState(true);
  const newest = useRef(0);
  const shown = useRef(false);
  const tellFailure = useCallback(
    (failure: Failure) => showNotice({ text: errorText(failure), bad: true }),
    [showNotice],
  );

  const read = useCallback(async () => {
    const asked = ++newest.current;
    // What shows at first does not wait for thousands of clips.
    for (const limit of shown.current ? [undefined] : [seenAtFirst, undefined]) {
      const listed = await attempt(() => deps.trash.list(limit, wrapUpId));
      if (asked !== newest.current) return;
      if (!listed.ok) return tellFailure(listed.error);
      shown.current = true;
      setEntries(listed.value);
      setPartial(limit !== undefined);
    }
  }, [wrapUpId, tellFailure]);
  useEffect(() => {
    const onLook = () => {
      if (document.visibilityState === 'visible') void read();
    };
    void read();
    document.addEventListener('visibilitychange', onLook);
    addEventListener('focus', onLook);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onWrite = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void read(), restMs);
    };
    const unwatch =
      wrapUpId === undefined
        ? []
        : [
            watchChangedKeys(database, 'items', onWrite),
            watchTables(database, ['replacedPictures'], onWrite),
          ];
    return () => {
      clearTimeout(timer);
      for (const end of unwatch) end();
      document.removeEventListener('visibilitychange', onLook);
      removeEventListener('focus', onLook);
    };
  }, [read, wrapUpId]);

  const run = async <T>(task: () => Promise<Result<T, Failure>>, done: (value: T) => void) => {
    setBusy(true);
    const outcome = await task();
    await read();
    setBusy(false);
    if (outcome.ok) done(outcome.value);
    else tellFailure(outcome.error);
  };
  const undo = (step: Step) =>
    run(
      () => attempt(() => undoStep(step.changeId)),
      (outcome) => {
        const left = whyLeft(outcome, 'popup_undo_nothing');
        if (left) showNotice({ text: left, bad: true });
      },
    );
  const purge = (what: Purge) =>
    run(
      () =>
        purgeTrash(deps, what, async () =>
          (await loadCopies()).takeSnapshotNow(copies, 'deletion'),
        ),
      ({ items, wrapUps, pictures, steps, unreadable }) => {
        const gone = t('trash_purged', items + wrapUps, pictures);
        const ended = steps > 0 ? t('trash_steps_ended', steps) : '';
        const kept = unreadable ? t('trash_pictures_kept') : '';
        showNotice({ text: [gone, ended, kept].filter((each) => each !== '').join(' ') });
      },
    );
  return {
    entries,
    partial,
    busy,
    putBack: (entry) =>
      run(
        () => putEntryBack(entry),
        (step) => {
          showNotice(null);
          offerUndo({ text: t('trash_put_back_done'), run: () => void undo(step) });
        },
      ),
    deleteForGood: (entry) => purge(purgeOf(entry)),
    empty: () => purge('all'),
  };
}

function putEntryBack(entry: TrashEntry): Promise<Result<Step, Failure>> {
  switch (entry.kind) {
    case 'item':
      return putBack(deps, { items: [entry.id] });
    case 'wrapUp':
      return putBack(deps, { wrapUps: [entry.id] });
    case 'picture':
      return putPictureBack(deps, entry.replaced);
  }
}

function purgeOf({ kind, id }: TrashEntry): Purge {
  return {
    items: kind === 'item' ? [id] : [],
    wrapUps: kind === 'wrapUp' ? [id] : [],
    pictures: kind === 'picture' ? [id] : [],
  };
}
