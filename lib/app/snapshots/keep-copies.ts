import { noteProblem } from '../../core/base/problem.ts';
import type { Commit, LibraryMark } from '../../core/library/library-mark.ts';
import { ChangeFollower } from './change-follower.ts';
import type * as TakeCopies from './take-copies.ts';

/** Every letter typed is a commit. */
const flushMs = 1_500;
/** By then an open page has copied what it wrote before. */
const copiedMs = 2 * flushMs;
/** A snapshot is taken when the page is idle. */
const idleMs = 10_000;

/**
 * Follows what one page, or the background, commits, and takes a snapshot when one is due.
 * @param load returns the code that makes copies; a page can render without it
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
    /** Writes pending data at once, for a page that is being hidden. */
    flush,
    /**
     * Writes pending data at once, and waits as long as another page needs for its own. Call it
     * before reading the second place, since a library may be lost a moment after it was written.
     * Never rejects.
     * @param written what any page wrote last
     */
    copyAll: async (written: LibraryMark): Promise<void> => {
      await flush();
      const wait = async () => (await load()).isSomeMissing(deps.files, written, copied);
      await wait().catch(note);
    },
    /**
     * Checks after a while whether a snapshot is due, also if a page was killed before its data was
     * copied.
     */
    checkAll: () => checkSoon(copied),
  };
}
