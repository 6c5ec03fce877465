import { noteProblem } from '../../core/base/problem.ts';
import type { Commit, LibraryMark } from '../../core/library/library-mark.ts';
import { ChangeFollower } from './change-follower.ts';
import type * as TakeCopies from './take-copies.ts';

/** Typing is a commit a letter. */
const flushMs = 1_500;
/** An open page has copied by then what it wrote before. */
const copiedMs = 2 * flushMs;
/** A snapshot is for an idle moment. */
const idleMs = 10_000;

/**
 * Follows what one page, or the background, commits, and takes a snapshot when one is due.
 * @param load gives the code that takes copies: a page shows itself without it
 */
export function keepCopies(deps: TakeCopies.CopyDeps, load: () => Promise<typeof TakeCopies>) {
  let flushing: ReturnType<typeof setTimeout> | undefined;
  let idle: ReturnType<typeof setTimeout> | undefined;
  const note = (thrown: unknown) => noteProblem('snapshot.keep', thrown);
  const follower = new ChangeFollower(deps.files, crypto.randomUUID(), () => {
    void load()
      .then(({ takeSnapshotNow }) => takeSnapshotNow(deps, 'daily'))
      .catch(note);
  });
  const flush = () => {
    clearTimeout(flushing);
    flushing = undefined;
    return follower.flush().catch(note);
  };
  const copied = () => new Promise((resolve) => setTimeout(resolve, copiedMs));
  const checkSoon = (wait?: () => Promise<unknown>) => {
    clearTimeout(idle);
    const check = async () => (await load()).takeSnapshotIfDue(deps, wait);
    idle = setTimeout(() => void check().catch(note), idleMs);
  };
  return {
    onCommit(commit: Commit): void {
      follower.add(commit);
      flushing ??= setTimeout(() => void flush(), flushMs);
      checkSoon();
    },
    /** Writes at once what waits; for a page that is being hidden. */
    flush,
    /**
     * Writes at once what waits here, and waits as long as another page takes for what it has: before the
     * second place is read, since a library may be lost a moment after it was written. Never rejects.
     * @param written what was written last by any page
     */
    copyAll: async (written: LibraryMark): Promise<void> => {
      await flush();
      const wait = async () => (await load()).isSomeMissing(deps.files, written, copied);
      await wait().catch(note);
    },
    /** Looks in a while whether a snapshot is due, also for what was killed before it was copied. */
    checkAll: () => checkSoon(copied),
  };
}
